package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.Actor;
import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.Visibility;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** What other systems do to tickets, one method each, each one transaction or part of the caller's. */
@Stateless
public class IntegrationFlow {

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

    /** Another system asks for help in somebody's name. */
    public Filed open(OpenTicket request, String cause) {
        return openings.openByRequester(request, new Act(Actor.system(), cause, clock.instant()));
    }

    /**
     * Another system adds something: in public as the requester's own words, which reopen and start clocks like any;
     * else as a note of nobody's.
     *
     * @throws io.bilet.ticket.TicketClosed if nothing more can be said there
     * @throws io.bilet.platform.error.NotFound if there is no such ticket
     */
    public Filed comment(TicketId id, NewComment said, String cause) {
        Ticket ticket = tickets.lock(id);
        boolean byRequester = said.visibility() == Visibility.PUBLIC;
        UserId requester = ticket.origin().requester();
        Act act = new Act(byRequester ? Actor.user(requester) : Actor.system(), cause, clock.instant());
        var author = byRequester
                ? new Comment.Author(requester, AuthorRole.REQUESTER, Channel.API)
                : new Comment.Author(null, AuthorRole.SYSTEM, Channel.API);
        Comment comment = conversation.add(ticket, author, said, byRequester, act.at());
        settlement.settle(ticket, act);
        return new Filed(ticket, comment, false);
    }
}
