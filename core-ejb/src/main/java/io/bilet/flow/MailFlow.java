package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.Actor;
import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What mail does to tickets, one method each, each one transaction or part of the caller's. */
@Stateless
public class MailFlow {

    private static final String CAUSE = "mail";

    @Inject
    private TicketRepository tickets;

    @Inject
    private Openings openings;

    @Inject
    private Conversation conversation;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /** Somebody wrote to us about something new. */
    public Filed open(OpenTicket request) {
        return openings.openByRequester(request, new Act(Actor.system(), CAUSE, clock.instant()));
    }

    /** The requester, or somebody on their side, wrote again; after closing that starts a follow-up. */
    public Filed receive(RequesterMessage message) {
        Ticket ticket = tickets.lock(message.ticketId());
        Act act = new Act(Actor.user(message.author()), CAUSE, clock.instant());
        if (ticket.status() == TicketStatus.CLOSED) {
            return openings.followUp(ticket, message, act);
        }
        Comment comment =
                add(ticket, AuthorRole.REQUESTER, message.author(), message.comment(), message.needsReply(), act);
        return new Filed(ticket, comment, false);
    }

    /** A robot wrote: kept on the ticket, moves nothing, starts nothing. A closed ticket keeps nothing more. */
    public Filed record(TicketId id, @Nullable UserId author, NewComment comment) {
        Ticket ticket = tickets.lock(id);
        Act act = new Act(author == null ? Actor.system() : Actor.user(author), CAUSE, clock.instant());
        return new Filed(ticket, add(ticket, AuthorRole.SYSTEM, author, comment, false, act), false);
    }

    /** An answer will not reach the requester: its owner is told by the ticket being open again. */
    public Ticket deliveryFailed(TicketId id, @Nullable CommentId answer, String reason) {
        Ticket ticket = tickets.lock(id);
        Act act = new Act(Actor.system(), CAUSE, clock.instant());
        ticket.deliveryFailed(answer, reason, act.at());
        settlement.settle(ticket, act);
        return ticket;
    }

    private Comment add(
            Ticket ticket, AuthorRole role, @Nullable UserId author, NewComment said, boolean needsReply, Act act) {
        var by = new Comment.Author(author, role, Channel.EMAIL);
        Comment comment = conversation.add(ticket, by, said, needsReply, act.at());
        settlement.settle(ticket, act);
        return comment;
    }
}
