package io.bilet.intake;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelId;
import io.bilet.mail.MailServer;
import io.bilet.platform.config.Within;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.secret.SecretUnreadable;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.work.Crew;
import io.bilet.platform.work.LeaseLost;
import io.bilet.platform.work.Leases;
import io.bilet.platform.work.Recurring;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks into the mailboxes again and again, each by one node at a time, each on a thread of its own. Connections stay
 * open between two looks.
 */
@ApplicationScoped
public class MailboxWatch implements Recurring {

    private static final Logger LOG = System.getLogger(MailboxWatch.class.getName());

    /** Renewed with each look and each message. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** A mailbox whose server refuses the login is left alone so long, so that a wrong password locks nobody out. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(15);

    private static final int TRIES_MAX = 3;

    @Inject
    private MailboxLedger ledger;

    @Inject
    private MailIntake intake;

    @Inject
    private Leases leases;

    @Inject
    private SecretBox secrets;

    @Inject
    private Traces traces;

    @Inject
    private Crew crew;

    @Inject
    @ConfigProperty(name = "bilet.intake.poll-every", defaultValue = "PT2S")
    @Within(min = "PT1S", max = "PT1H")
    Duration pollEvery;

    private final Map<MailChannelId, OpenBox> open = new ConcurrentHashMap<>();
    private final Set<MailChannelId> busy = ConcurrentHashMap.newKeySet();
    private final Map<MailChannelId, Long> notBefore = new ConcurrentHashMap<>();

    private final Map<MailChannelId, Trouble> trouble = new ConcurrentHashMap<>();
    private final Set<MailChannelId> failing = ConcurrentHashMap.newKeySet();

    /**
     * A message that was begun and not finished, and how often: one that cannot be fetched must not block the others.
     */
    private record Trouble(long uid, int times) {}

    /** A connection, and the version of the channel it was made for. */
    private record OpenBox(Mailbox mailbox, int version) {}

    @Override
    public String name() {
        return "mailbox-watch";
    }

    @Override
    public Duration pause() {
        return pollEvery;
    }

    @Override
    public void run() {
        List<MailChannel> watched = ledger.watched();
        Set<MailChannelId> present =
                Set.copyOf(watched.stream().map(MailChannel::id).toList());
        open.keySet().stream().filter(id -> !present.contains(id)).toList().forEach(this::disconnect);
        for (MailChannel channel : watched) {
            if (isDue(channel) && busy.add(channel.id())) {
                crew.begin(() -> look(channel));
            }
        }
    }

    private boolean isDue(MailChannel channel) {
        Long earliest = notBefore.get(channel.id());
        return earliest == null || System.nanoTime() - earliest >= 0;
    }

    private void look(MailChannel channel) {
        try {
            if (isMine(channel.id())) {
                read(channel);
            } else {
                disconnect(channel.id());
            }
        } finally {
            busy.remove(channel.id());
        }
    }

    private boolean isMine(MailChannelId channel) {
        return leases.take("mailbox-" + channel, LEASE);
    }

    /** Reads what is new in a channel's mailbox, and notes how it went. */
    void read(MailChannel channel) {
        MailboxState before = ledger.state(channel.id());
        Intake taker = new Intake(before);
        try {
            connected(channel).fetch(before, taker);
            succeeded(before, taker.reached);
        } catch (LeaseLost lost) {
            disconnect(channel.id());
        } catch (MessagingException | IOException | RuntimeException failure) {
            disconnect(channel.id());
            failed(before, taker.reached, failure);
        }
    }

    private void succeeded(MailboxState before, MailboxState after) {
        notBefore.remove(after.channel());
        if (failing.remove(after.channel())) {
            LOG.log(INFO, () -> "The mailbox of " + after.channel() + " is read again");
        }
        if (!after.isAt(before)
                || before.lastError().isPresent()
                || before.fetchedAt().isEmpty()) {
            ledger.read(after.channel(), after.uidValidity(), after.lastUid());
        }
    }

    /** A connection may break at each look: what was taken before it did is not taken again. */
    private void failed(MailboxState before, MailboxState after, Exception failure) {
        MailChannelId id = after.channel();
        if (failure instanceof AuthenticationFailedException) {
            notBefore.put(id, System.nanoTime() + PAUSE_AFTER_REFUSAL.toNanos());
        }
        if (failing.add(id)) { // said once: the server may be away for long
            LOG.log(WARNING, () -> "The mailbox of " + id + " could not be read: " + FailureTrace.of(failure));
        }
        if (!after.isAt(before)) {
            ledger.read(id, after.uidValidity(), after.lastUid());
        }
        ledger.failed(id, told(failure));
    }

    private Mailbox connected(MailChannel channel) throws MessagingException {
        OpenBox present = open.get(channel.id());
        if (present != null
                && present.version() == channel.version()
                && present.mailbox().isOpen()) {
            return present.mailbox();
        }
        disconnect(channel.id());
        MailServer server = channel.imap().orElseThrow();
        String password = server.sealedPassword()
                .map(secret -> secrets.open(secret, channel.secretPlace("imap")))
                .orElse(null);
        Mailbox mailbox = Mailbox.open(server, password);
        LOG.log(INFO, () -> "Watching the mailbox of " + channel.id());
        open.put(channel.id(), new OpenBox(mailbox, channel.version()));
        return mailbox;
    }

    private void disconnect(MailChannelId id) {
        OpenBox box = open.remove(id);
        if (box != null) {
            box.mailbox().close();
        }
    }

    @PreDestroy
    void close() {
        open.keySet().forEach(this::disconnect);
    }

    /** In words for an administrator, without anything secret. */
    private static String told(Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "The server refused the user name or password.";
        }
        if (failure instanceof SecretUnreadable) {
            return "The stored password cannot be opened; give it again.";
        }
        return !(failure instanceof MessagingException)
                ? "A mail could not be fetched or stored."
                : "The server could not be reached or refused: "
                        + failure.getClass().getSimpleName() + ".";
    }

    /** Takes messages in: stored and committed first, filed after. */
    private final class Intake implements Mailbox.Taker {

        private final MailChannelId channel;
        private MailboxState reached;

        Intake(MailboxState before) {
            this.channel = before.channel();
            this.reached = before;
        }

        @Override
        public void reached(MailboxState state) {
            reached = state;
        }

        @Override
        public void take(Message message, long uid) throws IOException {
            if (!isMine(channel)) {
                throw new LeaseLost("mailbox");
            }
            if (times(uid) >= TRIES_MAX) {
                String detail =
                        "The mail could not be fetched in %d tries; only its header was kept.".formatted(TRIES_MAX);
                intake.setAside(Mailbox.header(message), channel.toString(), "unfetchable", detail);
            } else {
                trouble.put(channel, new Trouble(uid, times(uid) + 1));
                fetch(message);
            }
            trouble.remove(channel);
        }

        private void fetch(Message message) throws IOException {
            try (Traces.Running running = traces.begin("mail fetch")) {
                running.note("mail_channel.id", channel.toString());
                var receipt = intake.accept(out -> write(message, out), Envelope.UNKNOWN, channel.toString());
                intake.file(receipt.id());
            }
        }

        private int times(long uid) {
            Trouble present = trouble.get(channel);
            return present != null && present.uid() == uid ? present.times() : 0;
        }

        private void write(Message message, OutputStream out) throws IOException {
            try {
                message.writeTo(out);
            } catch (MessagingException e) {
                throw new IOException("The message could not be fetched", e);
            }
        }

        @Override
        public boolean takesMore() {
            return !crew.isStopping();
        }

        @Override
        public void setAside(byte[] header) throws IOException {
            intake.setAside(header, channel.toString(), "too_large", "Only the header of this large mail was kept.");
        }
    }
}
