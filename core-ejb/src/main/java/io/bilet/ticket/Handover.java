package io.bilet.ticket;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a ticket gave it on, and with it what is promised: from then on whoever owns the ticket answers for its
 * due times. Says who was responsible until then and what was owed; that never changes.
 *
 * <p>Whoever got the ticket owes a receipt: they accept it, in words or by working on it, or decline it, and then, as
 * when they say nothing in time, it goes back to whom it came from. It is answered once; what somebody else decides
 * about the ticket meanwhile overtakes it.
 */
@Entity
@Table(name = "handover")
public class Handover {

    public static final int REASON_LENGTH_MAX = 1_000;

    @Id
    private UUID id;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "by_id", nullable = false, updatable = false)
    private UUID byId;

    @Column(name = "from_agent_id", nullable = false, updatable = false)
    private UUID fromAgentId;

    @Column(name = "from_group_id", updatable = false)
    private @Nullable UUID fromGroupId;

    @Column(name = "to_agent_id", updatable = false)
    private @Nullable UUID toAgentId;

    @Column(name = "to_group_id", updatable = false)
    private @Nullable UUID toGroupId;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(name = "due_at", updatable = false)
    private @Nullable Instant dueAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Receipt receipt = Receipt.AWAITED;

    @Column(name = "answer_by", updatable = false)
    private @Nullable Instant answerBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by_id")
    private @Nullable UUID answeredById;

    @Column(name = "answer_reason")
    private @Nullable String answerReason;

    /**
     * To whom a ticket is given, and why; a group alone lets routing choose the agent.
     *
     * @param reason for the next owner; at most {@value Handover#REASON_LENGTH_MAX} characters
     */
    public record To(Optional<GroupId> group, Optional<UserId> agent, String reason) {}

    @SuppressWarnings("NullAway.Init")
    protected Handover() {} // for JPA

    private Handover(Ticket ticket, UserId owner, UserId by, To to, Instant now) {
        id = HandoverId.next().value();
        ticketId = ticket.id().value();
        byId = by.value();
        fromAgentId = owner.value();
        fromGroupId = ticket.ownership().group().map(GroupId::value).orElse(null);
        toAgentId = to.agent().map(UserId::value).orElse(null);
        toGroupId = to.group().map(GroupId::value).orElse(null);
        reason = to.reason();
        dueAt = ticket.due().at().orElse(null);
        createdAt = now;
    }

    /**
     * Notes, before the ticket moves, that its owner gives it on.
     *
     * @throws TicketClosed if the ticket is closed
     * @throws Conflict if nobody owns it, or nothing is owed on it
     */
    public static Handover of(Ticket ticket, UserId by, To to, Instant now) {
        if (ticket.status() == TicketStatus.CLOSED) {
            throw new TicketClosed(ticket.number());
        }
        if (ticket.status() == TicketStatus.SOLVED || ticket.folder() == Folder.SPAM) {
            throw new Conflict("Nothing is owed on this ticket that could be handed over.");
        }
        UserId owner = ticket.ownership()
                .assignee()
                .orElseThrow(() -> new Conflict("Nobody owns this ticket who could hand it over."));
        var handover = new Handover(ticket, owner, by, to, now);
        ticket.happenings().add(new HandoverEvent.HandedOver(handover.id(), owner, to));
        return handover;
    }

    /** Asks whoever has the ticket now to say by {@code instant} whether they take it. */
    public void awaitReceipt(Ticket ticket, Instant instant) {
        answerBy = instant.truncatedTo(ChronoUnit.MICROS);
        ticket.ownership().await(new AwaitedReceipt(id(), answerBy));
    }

    /**
     * Refuses an answer that was given already, or comes too late.
     *
     * @throws Conflict saying what became of the handover
     */
    public void requireAwaited(Instant now) {
        boolean late = receipt == Receipt.AWAITED && answerBy != null && now.isAfter(answerBy);
        switch (late ? Receipt.EXPIRED : receipt) {
            case ACCEPTED -> throw new Conflict("This handover was accepted already.");
            case DECLINED -> throw new Conflict("This handover was declined already; the ticket went back.");
            case EXPIRED -> throw new Conflict("The time to answer this handover has passed; the ticket goes back.");
            case OVERTAKEN -> throw new Conflict("Somebody else has decided about this ticket meanwhile.");
            case AWAITED -> {
                // what may be answered
            }
        }
    }

    /**
     * Notes what became of the handover.
     *
     * @param who said so; empty for what nobody said
     */
    public void settle(Ticket ticket, Receipt outcome, Optional<UserId> who, @Nullable String why, Instant now) {
        receipt = outcome;
        answeredAt = now;
        answeredById = who.map(UserId::value).orElse(null);
        answerReason = why;
        ticket.ownership().receiptSettled();
        ticket.happenings().add(new HandoverEvent.ReceiptSettled(id(), outcome, why));
        ticket.timeline().touch(now);
    }

    public HandoverId id() {
        return new HandoverId(id);
    }

    public TicketId ticketId() {
        return new TicketId(ticketId);
    }

    /** Who handed it over: the owner, or a supervisor in their place. */
    public UserId by() {
        return new UserId(byId);
    }

    /** Who was responsible until then. */
    public UserId fromAgent() {
        return new UserId(fromAgentId);
    }

    public Optional<GroupId> fromGroup() {
        return Optional.ofNullable(fromGroupId).map(GroupId::new);
    }

    public Optional<UserId> toAgent() {
        return Optional.ofNullable(toAgentId).map(UserId::new);
    }

    public Optional<GroupId> toGroup() {
        return Optional.ofNullable(toGroupId).map(GroupId::new);
    }

    public String reason() {
        return reason;
    }

    /** What fell due next at that moment. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Receipt receipt() {
        return receipt;
    }

    /** By when it was to be accepted or declined; empty if nobody had to. */
    public Optional<Instant> answerBy() {
        return Optional.ofNullable(answerBy);
    }

    /** When that was settled. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** Who settled it; empty if nobody did. */
    public Optional<UserId> answeredBy() {
        return Optional.ofNullable(answeredById).map(UserId::new);
    }

    /** Why it was declined. */
    public Optional<String> answerReason() {
        return Optional.ofNullable(answerReason);
    }
}
