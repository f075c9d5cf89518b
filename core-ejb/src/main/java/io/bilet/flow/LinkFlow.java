package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.Sight;
import io.bilet.audit.Act;
import io.bilet.inbox.LinkQueries;
import io.bilet.inbox.LinkedTicket;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.LinkId;
import io.bilet.ticket.LinkRepository;
import io.bilet.ticket.LinkType;
import io.bilet.ticket.LinksChanged;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketLink;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Links tickets with each other, and takes links away. Both tickets record it; none gets a new version. Each method is
 * one transaction.
 */
@Stateless
public class LinkFlow {

    /** More would be a group of tickets that wants a tag. */
    static final int LINKS_MAX = 100;

    private static final String OTHER = "/ticket_id";

    @Inject
    private TicketRepository tickets;

    @Inject
    private LinkRepository links;

    @Inject
    private LinkQueries queries;

    @Inject
    private TicketReader reader;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Makes a ticket what {@code type} says to another one.
     *
     * @throws NotFound if the ticket is hidden
     * @throws InvalidInput if the other one is, or is the same
     * @throws Conflict if they are linked so already, one has too many links, or would have two parents, two problems
     *     or itself above it
     */
    public LinkedTicket link(
            Caller caller, TicketId id, Optional<Integer> expectedVersion, LinkType type, TicketId other) {
        if (id.equals(other)) {
            throw new InvalidInput(OTHER, "same_ticket", "A ticket cannot be linked with itself.");
        }
        if (!queries.sees(caller, other)) {
            throw InvalidInput.unknownReference(OTHER);
        }
        lockBoth(id, other);
        Ticket ticket = changeable(caller, id, expectedVersion);
        TicketLink link = TicketLink.between(id, type, other);
        requirePossible(link);
        LinkId linkId = LinkId.next();
        Instant now = clock.instant();
        links.add(linkId, link, now);
        record(caller, ticket, new LinksChanged(type, other, true), now);
        record(caller, tickets.get(other), new LinksChanged(type.inverse(), id, true), now);
        return queries.find(id, linkId, caller).orElseThrow();
    }

    /**
     * Takes a link away.
     *
     * @throws NotFound if the ticket is hidden, or has no such link to a ticket the caller sees
     */
    public void unlink(Caller caller, TicketId id, Optional<Integer> expectedVersion, LinkId linkId) {
        LinkedTicket seen = queries.find(id, linkId, caller).orElseThrow(() -> new NotFound("link"));
        lockBoth(id, seen.id());
        Ticket ticket = changeable(caller, id, expectedVersion);
        LinkedTicket linked = queries.find(id, linkId, caller).orElseThrow(() -> new NotFound("link"));
        Instant now = clock.instant();
        links.remove(linkId);
        record(caller, ticket, new LinksChanged(linked.type(), linked.id(), false), now);
        record(caller, tickets.get(linked.id()), new LinksChanged(linked.type().inverse(), id, false), now);
    }

    /** Always in one order, or two who link the same tickets from both sides would wait for each other. */
    private void lockBoth(TicketId one, TicketId other) {
        Stream.of(one.value(), other.value())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(ticket -> tickets.lock(new TicketId(ticket)));
    }

    private Ticket changeable(Caller caller, TicketId id, Optional<Integer> expectedVersion) {
        Ticket ticket = tickets.get(id);
        if (policy.requireSight(caller, reader.access(ticket)) != Sight.FULL) {
            throw new Forbidden(Permission.TICKETS_UPDATE.toString());
        }
        ticket.requireVersion(expectedVersion);
        return ticket;
    }

    private void requirePossible(TicketLink link) {
        if (links.has(link)) {
            throw new Conflict("The tickets are linked so already.");
        }
        if (link.type().hasOne() && links.hasAny(link.from(), link.type())) {
            throw new Conflict("A ticket is the child, the incident or the duplicate of one other ticket at most.");
        }
        if (link.type() == LinkType.CHILD_OF && links.isAbove(link.from(), link.to())) {
            throw new Conflict("A ticket cannot be above its own parent.");
        }
        if (links.count(link.from()) >= LINKS_MAX || links.count(link.to()) >= LINKS_MAX) {
            throw new Conflict("A ticket has at most %d links.".formatted(LINKS_MAX));
        }
    }

    private void record(Caller caller, Ticket ticket, LinksChanged change, Instant now) {
        ticket.happenings().note(change);
        settlement.record(ticket, Act.asked(caller.actor(), now));
    }
}
