package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
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

/** A ticket went to another tier: up because it could not be solved, or down with what came of it. Never changes. */
@Entity
@Table(name = "escalation")
public class Escalation {

    @Id
    private UUID id;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "by_id", nullable = false, updatable = false)
    private UUID byId;

    @Column(name = "from_agent_id", updatable = false)
    private @Nullable UUID fromAgentId;

    @Column(name = "from_group_id", updatable = false)
    private @Nullable UUID fromGroupId;

    @Column(name = "from_tier", nullable = false, updatable = false)
    private int fromTier;

    @Column(name = "to_group_id", nullable = false, updatable = false)
    private UUID toGroupId;

    @Column(name = "to_tier", nullable = false, updatable = false)
    private int toTier;

    @Enumerated(EnumType.STRING)
    @Column(name = "chosen_by", nullable = false, updatable = false)
    private Destination.ChosenBy chosenBy;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(updatable = false)
    private @Nullable String tried;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable EpisodeOutcome outcome;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {} // for JPA

    private Escalation(Ticket ticket, UserId by, Destination to, Demand demand, Instant now) {
        id = EscalationId.next().value();
        ticketId = ticket.id().value();
        byId = by.value();
        fromAgentId = ticket.ownership().assignee().map(UserId::value).orElse(null);
        fromGroupId = ticket.ownership().group().map(GroupId::value).orElse(null);
        fromTier = ticket.ownership().tier();
        toGroupId = to.group().value();
        toTier = to.tier();
        chosenBy = to.chosenBy();
        reason = demand.reason();
        tried = demand.tried();
        outcome = demand.outcome();
        createdAt = now;
    }

    /**
     * Notes, before the ticket moves, that it goes to another tier.
     *
     * @throws io.bilet.platform.error.InvalidInput if the demand says too little or leads to the present tier
     * @throws Conflict if nothing is owed on the ticket
     */
    public static Escalation of(Ticket ticket, UserId by, Destination to, Demand demand, Instant now) {
        demand.requireComplete(ticket.ownership().tier(), to.tier());
        if (ticket.status().isSettled() || ticket.folder() == Folder.SPAM) {
            throw new Conflict("Nothing is owed on this ticket that another tier could do.");
        }
        var escalation = new Escalation(ticket, by, to, demand, now);
        ticket.happenings().passes(new Escalated(escalation));
        return escalation;
    }

    public EscalationId id() {
        return new EscalationId(id);
    }

    public TicketId ticketId() {
        return new TicketId(ticketId);
    }

    public UserId by() {
        return new UserId(byId);
    }

    /** Who owned the ticket until then, if anybody did. */
    public Optional<UserId> fromAgent() {
        return Optional.ofNullable(fromAgentId).map(UserId::new);
    }

    public Optional<GroupId> fromGroup() {
        return Optional.ofNullable(fromGroupId).map(GroupId::new);
    }

    public int fromTier() {
        return fromTier;
    }

    public GroupId toGroup() {
        return new GroupId(toGroupId);
    }

    public int toTier() {
        return toTier;
    }

    /** Whether it went to a higher tier. */
    public boolean isUp() {
        return toTier > fromTier;
    }

    public Destination.ChosenBy chosenBy() {
        return chosenBy;
    }

    public String reason() {
        return reason;
    }

    /** What was tried before; present when it went up. */
    public Optional<String> tried() {
        return Optional.ofNullable(tried);
    }

    /** What the higher tier made of it; present when it went down. */
    public Optional<EpisodeOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
