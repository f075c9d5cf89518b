package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.TicketAccess;
import io.bilet.audit.Act;
import io.bilet.brand.BrandId;
import io.bilet.field.CustomFields;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Description;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import io.bilet.ticket.Visibility;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything people do to a ticket, one method each, each one transaction. */
@Stateless
public class TicketFlow {

    @Inject
    private TicketRepository tickets;

    @Inject
    private Openings openings;

    @Inject
    private Conversation conversation;

    @Inject
    private Ownerships ownerships;

    @Inject
    private OpeningHours hours;

    @Inject
    private CustomFields customFields;

    @Inject
    private Settlement settlement;

    @Inject
    private Speakers speakers;

    @Inject
    private AccessPolicy policy;

    @Inject
    private TicketReader reader;

    @Inject
    private Clock clock;

    /**
     * Somebody asks for help, or an agent writes it down for them.
     *
     * @throws Forbidden if the caller may not name the group, or not begin with an internal note
     * @throws InvalidInput if the caller is confined to brands and names none of them
     */
    public Filed open(Caller caller, OpenTicket request) {
        caller.require(Permission.TICKETS_CREATE);
        requireMayAsk(caller, request);
        boolean byAgent = caller.role().isStaff() && caller.onBehalfOf() == null;
        return byAgent
                ? openings.openByAgent(request, caller.userId(), act(caller))
                : openings.openByRequester(request, act(caller));
    }

    /** Not everybody who may open a ticket may say all that can be said of a new one. */
    private static void requireMayAsk(Caller caller, OpenTicket request) {
        if (request.draft().groupId() != null) {
            caller.require(Permission.TICKETS_ASSIGN);
        }
        if (request.comment().visibility() == Visibility.INTERNAL) {
            caller.require(Permission.TICKETS_COMMENT_INTERNAL);
        }
        BrandId brand = request.draft().brandId();
        boolean confined = !caller.brands().isEmpty();
        if (confined && (brand == null || !caller.brands().contains(brand))) {
            throw InvalidInput.unknownReference("/brand_id");
        }
    }

    /** Somebody comments, and may move the ticket in the same step. */
    public Filed answer(Caller caller, Answer answer) {
        Ticket ticket = tickets.lock(answer.ticketId());
        AuthorRole role = roleOf(caller, ticket);
        speakers.requireMayComment(caller, ticket, answer.comment().visibility());
        ticket.requireVersion(answer.expectedVersion());
        Act act = act(caller);
        var author = new Comment.Author(caller.effectiveUserId(), role, Channel.API);
        Comment comment = conversation.add(ticket, author, answer.comment(), role == AuthorRole.REQUESTER, act.at());
        answer.status().ifPresent(status -> move(caller, ticket, status, act));
        settlement.settle(ticket, act);
        return new Filed(ticket, comment, false);
    }

    public Ticket changeStatus(Caller caller, TicketId id, Optional<Integer> expectedVersion, TicketStatus status) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            move(caller, ticket, status, act);
        });
    }

    /** Describes a ticket anew: subject, priority, type, language, external id, tags, custom fields. */
    public Ticket describe(
            Caller caller, TicketId id, Optional<Integer> expectedVersion, UnaryOperator<Description> change) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            Description next = change.apply(ticket.description());
            customFields.requireFor(ticket.status(), ticket.description().customFields(), next.customFields());
            ticket.describe(next, act.at());
        });
    }

    /**
     * Gives the ticket to a group, an agent or both, by a supervisor's order; may exceed the agent's capacity. Taking
     * it oneself, as it is, is no order.
     */
    public Ticket assign(Caller caller, TicketId id, Optional<Integer> expectedVersion, Assignment order) {
        boolean picks = order.equals(Assignment.to(caller.userId()));
        return change(
                caller,
                picks ? Permission.TICKETS_PICK : Permission.TICKETS_ASSIGN,
                id,
                expectedVersion,
                (ticket, act) -> {
                    order.group().ifPresent(group -> ownerships.moveToGroup(ticket, group, act));
                    order.agent().ifPresent(agent -> ownerships.assign(ticket, agent, act));
                });
    }

    /** Takes the ticket from its owner; routing finds another. */
    public Ticket unassign(Caller caller, TicketId id, Optional<Integer> expectedVersion) {
        return change(caller, Permission.TICKETS_ASSIGN, id, expectedVersion, (ticket, act) -> {
            ticket.unassign(UnassignedReason.RELEASED, act.at());
        });
    }

    /** Puts the ticket away as done; a reply brings it back. */
    public Ticket archive(Caller caller, TicketId id, Optional<Integer> expectedVersion) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            move(caller, ticket, TicketStatus.SOLVED, act);
            ticket.putInto(Folder.ARCHIVE, act.at());
        });
    }

    /** Takes the ticket out of the archive, open again. */
    public Ticket unarchive(Caller caller, TicketId id, Optional<Integer> expectedVersion) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            ticket.putInto(Folder.INBOX, act.at());
            move(caller, ticket, TicketStatus.OPEN, act);
        });
    }

    /** Puts the ticket away with a promise; it comes back by itself, or when the requester writes. */
    public Ticket snooze(Caller caller, TicketId id, Optional<Integer> expectedVersion, Snooze snooze) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            new SnoozeKeeper(ticket, act.at()).snooze(snooze, hours.of(ticket, act.at()));
        });
    }

    /** Takes the ticket back into the inbox before its time; what was promised stands. */
    public Ticket endSnooze(Caller caller, TicketId id, Optional<Integer> expectedVersion) {
        return change(caller, Permission.TICKETS_UPDATE, id, expectedVersion, (ticket, act) -> {
            new SnoozeKeeper(ticket, act.at()).takeBack();
        });
    }

    private Ticket change(
            Caller caller, Permission permission, TicketId id, Optional<Integer> expectedVersion, Change change) {
        Ticket ticket = tickets.lock(id);
        policy.require(permission, caller, access(ticket));
        ticket.requireVersion(expectedVersion);
        Act act = act(caller);
        change.apply(ticket, act);
        settlement.settle(ticket, act);
        return ticket;
    }

    /**
     * Whoever moves a ticket has filled in what is needed there; who solves what nobody owns, owns it: a solved ticket
     * has somebody to come back to.
     */
    private void move(Caller caller, Ticket ticket, TicketStatus status, Act act) {
        caller.require(Permission.TICKETS_UPDATE);
        customFields.requireFor(status, ticket);
        if (status == TicketStatus.SOLVED
                && ticket.ownership().assignee().isEmpty()
                && caller.may(Permission.TICKETS_ANSWER)
                && caller.role().isStaff()) {
            ownerships.assign(ticket, caller.userId(), act);
        }
        ticket.moveTo(status, act.at());
    }

    private static AuthorRole roleOf(Caller caller, Ticket ticket) {
        boolean asks = caller.isRequester() || ticket.origin().requester().equals(caller.effectiveUserId());
        return asks ? AuthorRole.REQUESTER : AuthorRole.AGENT;
    }

    private TicketAccess access(Ticket ticket) {
        return reader.access(ticket);
    }

    private Act act(Caller caller) {
        return Act.asked(caller.actor(), clock.instant());
    }

    /** One thing done to a ticket. */
    private interface Change {
        void apply(Ticket ticket, Act act);
    }
}
