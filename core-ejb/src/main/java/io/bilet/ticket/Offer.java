package io.bilet.ticket;

import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket held out to an agent until they accept or decline it or the time for that has passed. It is ended once, by
 * {@link OfferRepository#end}, which asks the database; nobody owns the ticket meanwhile, and it keeps its age.
 */
@Entity
@Table(name = "offer")
public class Offer {

    @Id
    private UUID id;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agentId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private OfferState state = OfferState.OPEN;

    @Column(nullable = false, updatable = false)
    private boolean asked;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected Offer() {} // for JPA

    Offer(TicketId ticket, UserId agent, boolean asked, Instant now, Instant expiresAt) {
        id = OfferId.next().value();
        ticketId = ticket.value();
        agentId = agent.value();
        this.asked = asked;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public OfferId id() {
        return new OfferId(id);
    }

    public TicketId ticketId() {
        return new TicketId(ticketId);
    }

    public UserId agent() {
        return new UserId(agentId);
    }

    public OfferState state() {
        return state;
    }

    /** Whether the agent asked for the next ticket. */
    public boolean wasAskedFor() {
        return asked;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Until when it can be accepted. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it was accepted or declined, ran out or was withdrawn. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
