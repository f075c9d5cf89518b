package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.Sight;
import io.bilet.access.TicketAccess;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.swarm.SwarmRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads tickets for those who may see them. */
@ApplicationScoped
public class TicketReader {

    @Inject
    private TicketRepository tickets;

    @Inject
    private CommentQueries comments;

    @Inject
    private FollowerRepository followers;

    @Inject
    private SwarmRepository swarms;

    @Inject
    private AccessPolicy policy;

    /** A ticket, and how much of it the caller sees. */
    public record Seen(Ticket ticket, Sight sight) {}

    /**
     * Reads a ticket.
     *
     * @throws NotFound if it is absent or hidden
     */
    public Seen get(Caller caller, TicketId id) {
        Ticket ticket = tickets.get(id);
        return new Seen(ticket, policy.requireSight(caller, access(ticket)));
    }

    /**
     * Reads a ticket of which the caller must see everything.
     *
     * @throws NotFound if it is absent or hidden
     * @throws Forbidden if only its public part is visible
     */
    public Ticket wholeTicket(Caller caller, TicketId id) {
        Seen seen = get(caller, id);
        if (seen.sight() != Sight.FULL) {
            throw new Forbidden(Permission.DECISIONS_READ.toString());
        }
        return seen.ticket();
    }

    /**
     * Reads a comment of a ticket that the caller sees.
     *
     * @throws InvalidInput naming {@code pointer} if the ticket has no such comment, or none the caller sees
     */
    public Comment comment(Seen seen, CommentId id, String pointer) {
        return comments.find(id)
                .filter(comment -> comment.ticketId().equals(seen.ticket().id()))
                .filter(comment -> seen.sight() == Sight.FULL || comment.visibility() == Visibility.PUBLIC)
                .orElseThrow(() -> InvalidInput.unknownReference(pointer));
    }

    TicketAccess access(Ticket ticket) {
        return new TicketAccess(
                ticket.origin().requester(),
                ticket.origin().brand(),
                ticket.ownership().group().orElse(null),
                ticket.ownership().assignee().orElse(null),
                user -> followers.has(ticket.id(), user) || swarms.hasMember(ticket.id(), user));
    }
}
