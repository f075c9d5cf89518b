package io.bilet.swarm;

import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.StaleVersion;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Colleagues who help the owner of a ticket with one question, until somebody says what came of it. The ticket stays
 * where it is. At most one swarm of a ticket is open.
 */
@Entity
@Table(name = "swarm")
public class Swarm {

    public static final int QUESTION_LENGTH_MAX = 1_000;

    @Id
    private UUID id;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "opened_by_id", nullable = false, updatable = false)
    private UUID openedById;

    @Column(nullable = false, updatable = false)
    private String question;

    @Enumerated(EnumType.STRING)
    private @Nullable SwarmOutcome outcome;

    private @Nullable String summary;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by_id")
    private @Nullable UUID closedById;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Swarm() {} // for JPA

    private Swarm(Ticket ticket, UserId by, String question, Instant now) {
        this.id = SwarmId.next().value();
        this.ticketId = ticket.id().value();
        this.openedById = by.value();
        this.question = question;
        this.openedAt = now;
    }

    /**
     * Opens a swarm about a ticket.
     *
     * @throws Conflict if nothing is owed on the ticket, or nobody owns it who would stay accountable
     */
    public static Swarm about(Ticket ticket, UserId by, String question, Instant now) {
        if (ticket.status().isSettled() || ticket.folder() == Folder.SPAM) {
            throw new Conflict("Nothing is owed on this ticket that a swarm could help with.");
        }
        if (ticket.ownership().assignee().isEmpty()) {
            throw new Conflict("Nobody owns this ticket who would stay accountable for it.");
        }
        var swarm = new Swarm(ticket, by, question, now);
        ticket.happenings().passes(SwarmEvent.opened(swarm));
        return swarm;
    }

    /**
     * Ends the swarm with what came of it.
     *
     * @throws Conflict if it is over already
     */
    public void close(Ticket ticket, UserId by, SwarmOutcome came, String said, Instant now) {
        requireOpen();
        outcome = came;
        summary = said;
        closedAt = now;
        closedById = by.value();
        ticket.happenings().passes(SwarmEvent.closed(this, came, said));
    }

    /**
     * Refuses what comes after the end.
     *
     * @throws Conflict if the swarm is over
     */
    public void requireOpen() {
        if (closedAt != null) {
            throw new Conflict("This swarm is over.");
        }
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public SwarmId id() {
        return new SwarmId(id);
    }

    public TicketId ticketId() {
        return new TicketId(ticketId);
    }

    public UserId openedBy() {
        return new UserId(openedById);
    }

    public String question() {
        return question;
    }

    /** What came of it; empty while it is open. */
    public Optional<SwarmOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<UserId> closedBy() {
        return Optional.ofNullable(closedById).map(UserId::new);
    }

    public int version() {
        return version;
    }
}
