package io.bilet.intake;

import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.Sha256;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.work.LeaseLost;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps account of inbound mail; each method is one short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InboundLedger {

    static final int ATTEMPTS_MAX = 3;

    /** Longer than a mail may take to be read and filed. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Inject
    private InboundMailRepository mails;

    /**
     * Whether a mail was new.
     *
     * @param id of the mail, or of the same mail that was here before
     */
    public record Receipt(InboundMailId id, boolean isNew) {}

    /** Takes down a mail whose bytes are stored; committed when this returns. */
    public Receipt receive(String source, Sha256 messageKey, Blob raw, Envelope envelope) {
        InboundMailId id = new InboundMailId(PublicId.next());
        if (mails.add(id, source, messageKey, raw, envelope)) {
            return new Receipt(id, true);
        }
        return new Receipt(mails.find(source, messageKey, raw.sha256()).orElseThrow(), false);
    }

    public InboundMail get(InboundMailId id) {
        return mails.get(id);
    }

    /** Takes a mail to work on it; empty if somebody else has it or nothing is left to do. */
    public Optional<InboundClaim> claim(InboundMailId id) {
        return mails.claim(id, LEASE.toSeconds());
    }

    /** Mails that nobody is working on and whose time has come, the oldest first. */
    public List<InboundMailId> due(int limit) {
        return mails.due(limit);
    }

    /** Sets a claimed mail aside. */
    public void suspend(InboundClaim claim, String reason, String detail, Glimpse glimpse) {
        FilingResult aside = FilingResult.suspended(reason, Reading.cut(detail, 500));
        if (!mails.finish(claim, aside, glimpse)) {
            throw new LeaseLost("inbound mail");
        }
    }

    /** Lets a mail that could not be filed now be tried again a little later. */
    public void postpone(InboundClaim claim, String error) {
        mails.postpone(claim, Reading.cut(error, 500), 5L * claim.lease().attempt());
    }

    /**
     * Lets a suspended mail be tried again as wanted.
     *
     * @throws Conflict if it is not suspended
     */
    public InboundMail want(InboundMailId id) {
        return decide(id, InboundState.RECEIVED);
    }

    /**
     * Takes a suspended mail off the list; its bytes stay for the record.
     *
     * @throws Conflict if it is not suspended
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public InboundMail discard(InboundMailId id) {
        return decide(id, InboundState.DISCARDED);
    }

    private InboundMail decide(InboundMailId id, InboundState next) {
        boolean decided = mails.decide(id, next);
        InboundMail mail = mails.get(id);
        if (!decided) {
            throw new Conflict("The mail is not suspended.");
        }
        return mail;
    }
}
