package io.bilet.response;

import io.bilet.platform.outbox.Subscriber;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.work.WorkItem;
import io.bilet.ticket.CommentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends agents' public answers after they are committed. What a server does not take now is tried again for five
 * days, with growing pauses; what it will never take, and what nobody took for so long, is told on the ticket.
 */
@ApplicationScoped
public class MailDispatcher implements Subscriber {

    /** Five days and a little: after 15 minutes of quick tries, one every four hours at most. */
    private static final int ATTEMPTS_MAX = 42;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    @Inject
    private DeliveryLedger ledger;

    @Inject
    private SmtpTransport transport;

    @Inject
    private Traces traces;

    @Override
    public String queue() {
        return "mail-out";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals("ticket.comment_added");
    }

    @Override
    public boolean concerns(JsonObject payload) {
        JsonObject added = payload.getJsonObject("data");
        return !added.getString("author_role").equals("requester")
                && added.getString("visibility").equals("public");
    }

    @Override
    public void work(WorkItem item) throws MailDelayed {
        Optional<Delivery> due = ledger.begin(comment(item));
        if (due.isPresent()) {
            deliver(due.get());
        }
    }

    private void deliver(Delivery delivery) throws MailDelayed {
        try {
            send(delivery);
            ledger.sent(delivery);
        } catch (MailDelayed delayed) {
            ledger.delayed(delivery, String.valueOf(delayed.getMessage()));
            throw delayed;
        } catch (MailRefused refused) {
            ledger.refused(delivery, String.valueOf(refused.getMessage()));
        }
    }

    private void send(Delivery delivery) throws MailDelayed, MailRefused {
        try (Traces.Running running = traces.ask("mail send")) {
            running.note("ticket.id", delivery.ticket().toString())
                    .note("outgoing_mail.id", delivery.mail().id().toString());
            try {
                transport.send(delivery);
            } catch (MailDelayed | MailRefused failure) {
                running.failed(failure);
                throw failure;
            }
        }
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        ledger.givenUp(comment(item));
    }

    /** A silent server is left after half a minute; half of a lease is left for whatever is begun under it. */
    @Override
    public Duration lease() {
        return Duration.ofMinutes(3);
    }

    /** So that the silence of one server is not the silence of all. */
    @Override
    public int hands() {
        return 4;
    }

    @Override
    public Duration pause(int attempt) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    private static CommentId comment(WorkItem item) {
        return CommentId.parse(item.payloadJson().getJsonObject("data").getString("comment_id"));
    }
}
