package io.bilet.intake;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailReader;
import io.bilet.intake.reading.TopHeader;
import io.bilet.intake.reading.UnreadableMail;
import io.bilet.intake.robot.Verdict;
import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.BlobStore;
import io.bilet.platform.config.Within;
import io.bilet.platform.database.Retry;
import io.bilet.platform.json.Wire;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.log.LogContext;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.work.LeaseLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way of one mail, in three steps: its bytes are stored and committed; it is read and judged, outside any
 * transaction; it is filed, in one transaction with what it becomes. A crash between two steps costs nothing but
 * time.
 */
@ApplicationScoped
public class MailIntake {

    /** Source of mail that was handed over by HTTP. */
    public static final String HTTP = "http";

    private static final Logger LOG = System.getLogger(MailIntake.class.getName());

    @Inject
    private BlobStore blobs;

    @Inject
    private InboundLedger ledger;

    @Inject
    private FilingIntake filing;

    @Inject
    private Traces traces;

    @Inject
    @ConfigProperty(name = "bilet.intake.mail-bytes-max", defaultValue = "41943040")
    @Within(min = "65536", max = "268435456")
    long mailBytesMax;

    /**
     * Stores a mail; it is ours from the moment this returns.
     *
     * @param source the channel it came by; the same mail from one source is taken once
     * @throws io.bilet.platform.blob.BlobTooLarge if it is larger than any mail may be
     */
    public InboundLedger.Receipt accept(InputStream raw, Envelope envelope, String source) throws IOException {
        return received(blobs.put(raw, mailBytesMax), envelope, source);
    }

    /** Stores a mail that writes itself out; otherwise as {@link #accept(InputStream, Envelope, String)}. */
    InboundLedger.Receipt accept(BlobStore.Content raw, Envelope envelope, String source) throws IOException {
        return received(blobs.put(raw, mailBytesMax), envelope, source);
    }

    private InboundLedger.Receipt received(Blob blob, Envelope envelope, String source) throws IOException {
        try (InputStream stored = blobs.open(blob.sha256())) {
            return ledger.receive(source, TopHeader.messageKey(stored, blob.sha256()), blob, envelope);
        }
    }

    /**
     * Sets aside a mail of which only the header could be taken.
     *
     * @param header the raw header, with the empty line that ends it
     */
    void setAside(byte[] header, String source, String reason, String detail) throws IOException {
        InboundLedger.Receipt receipt = accept(new ByteArrayInputStream(header), Envelope.UNKNOWN, source);
        ledger.claim(receipt.id()).ifPresent(claim -> suspend(claim, reason, detail));
    }

    private void suspend(InboundClaim claim, String reason, String detail) {
        ledger.suspend(claim, reason, detail, glimpse(claim));
        LOG.log(INFO, () -> claim.id() + " was set aside: " + reason);
    }

    /** Tries to file a stored mail now, if nobody else is at it, and tells how far it has come. */
    public InboundMail file(InboundMailId id) {
        boolean byItself = LogContext.request().isEmpty();
        if (byItself) {
            LogContext.resume(id.toString());
        }
        try (Traces.Running running = traces.begin("mail file")) {
            running.note("inbound_mail.id", id.toString());
            ledger.claim(id).ifPresent(this::work);
            InboundMail mail = ledger.get(id);
            mail.ticket().ifPresent(ticket -> running.note("ticket.id", ticket.toString()));
            return mail;
        } finally {
            if (byItself) {
                LogContext.end();
            }
        }
    }

    /**
     * Tries a suspended mail again, as wanted by a person.
     *
     * @throws io.bilet.platform.error.Conflict if it is not suspended
     */
    public InboundMail retry(InboundMailId id) {
        ledger.want(id);
        return file(id);
    }

    /** Works off mails that were left behind; says how many there were. */
    int sweep(int limit) {
        List<InboundMailId> due = ledger.due(limit);
        due.forEach(this::file);
        return due.size();
    }

    private void work(InboundClaim claim) {
        if (claim.lease().attempt() > InboundLedger.ATTEMPTS_MAX) {
            suspend(claim, "gave_up", "The mail was tried %d times.".formatted(InboundLedger.ATTEMPTS_MAX));
            return;
        }
        try {
            Reading reading = examine(claim);
            Retry.run(() -> filing.file(claim, reading));
        } catch (UnreadableMail unreadable) {
            String reason = unreadable.reason().name().toLowerCase(Locale.ROOT);
            suspend(claim, reason, String.valueOf(unreadable.getMessage()));
        } catch (LeaseLost lost) {
            LOG.log(INFO, () -> claim.id() + " was taken over by another node");
        } catch (IOException | RuntimeException failure) {
            failed(claim, failure);
        }
    }

    private Reading examine(InboundClaim claim) throws UnreadableMail, IOException {
        try (Traces.Running running = traces.begin("mail read");
                InputStream raw = blobs.open(claim.raw())) {
            IncomingMail mail = MailReader.read(raw, content -> blobs.put(content, mailBytesMax));
            Verdict verdict = filing.judge(mail, claim.envelope());
            running.note("mail.kind", Wire.of(verdict.classification()));
            return new Reading(mail, verdict);
        }
    }

    private Glimpse glimpse(InboundClaim claim) {
        try (InputStream raw = blobs.open(claim.raw())) {
            return Glimpse.of(TopHeader.read(raw));
        } catch (IOException | UnreadableMail | RuntimeException e) {
            return Glimpse.NOTHING;
        }
    }

    private void failed(InboundClaim claim, Exception failure) {
        LOG.log(WARNING, () -> "%s could not be filed at attempt %d: %s"
                .formatted(claim.id(), claim.lease().attempt(), FailureTrace.of(failure)));
        String error = failure.getClass().getSimpleName();
        if (claim.lease().attempt() >= InboundLedger.ATTEMPTS_MAX) {
            suspend(claim, "filing_failed", "The mail could not be filed: %s.".formatted(error));
        } else {
            ledger.postpone(claim, error);
        }
    }
}
