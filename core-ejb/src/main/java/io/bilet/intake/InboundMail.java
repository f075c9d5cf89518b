package io.bilet.intake;

import io.bilet.intake.robot.Classification;
import io.bilet.platform.blob.Sha256;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One mail that came in, and what became of it.
 *
 * <p>It begins {@link InboundState#RECEIVED}, its raw bytes in the blob store. A node takes it for a while, at most
 * three times in all, and brings it to one of the other states; who took it and lost it to another node changes
 * nothing any more. A person may have a suspended one tried again, or discard it. The row is read here and changed by
 * {@link InboundMailRepository} alone, because each change depends on the state.
 */
@Entity
@Immutable
@Table(name = "inbound_mail")
public class InboundMail {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false)
    private long bytes;

    @Column(name = "envelope_from")
    private @Nullable String envelopeFrom;

    @Column(name = "envelope_to", nullable = false)
    private String envelopeTo;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private InboundState state;

    @Column
    private @Nullable String reason;

    @Column
    private @Nullable String detail;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Classification classification;

    @Column(name = "from_address")
    private @Nullable String fromAddress;

    @Column
    private @Nullable String subject;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    @Column(name = "comment_id")
    private @Nullable UUID commentId;

    @Column(name = "opened_ticket", nullable = false)
    private boolean openedTicket;

    @Column(name = "bounce")
    private @Nullable String bounceJson;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected InboundMail() {} // for JPA

    public InboundMailId id() {
        return new InboundMailId(id);
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public long bytes() {
        return bytes;
    }

    public Envelope envelope() {
        List<String> to = envelopeTo.isEmpty() ? List.of() : List.of(envelopeTo.split("\n", -1));
        return new Envelope(Optional.ofNullable(envelopeFrom), to);
    }

    public InboundState state() {
        return state;
    }

    /** Why it was suspended or only recorded, lower snake case. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Why, in one sentence. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** What kind of mail it is; empty until it was read. */
    public Optional<Classification> classification() {
        return Optional.ofNullable(classification);
    }

    public Optional<String> fromAddress() {
        return Optional.ofNullable(fromAddress);
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<TicketId> ticket() {
        return Optional.ofNullable(ticketId).map(TicketId::new);
    }

    public Optional<CommentId> comment() {
        return Optional.ofNullable(commentId).map(CommentId::new);
    }

    public boolean openedTicket() {
        return openedTicket;
    }

    /** What a delivery failure reports, as the API shows it. */
    public Optional<String> bounceJson() {
        return Optional.ofNullable(bounceJson);
    }

    public int attempts() {
        return attempts;
    }

    public Instant receivedAt() {
        return receivedAt;
    }
}
