package io.bilet.flow;

import io.bilet.access.Caller;
import io.bilet.audit.Act;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.AgentRepository;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.routing.Room;
import io.bilet.routing.WaitingQueries;
import io.bilet.routing.WaitingRow;
import io.bilet.ticket.Offer;
import io.bilet.ticket.OfferId;
import io.bilet.ticket.OfferKeeper;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.OfferState;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.view.View;
import io.bilet.view.ViewAdmin;
import io.bilet.view.ViewId;
import io.bilet.view.ViewTickets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agents ask for the next ticket, and answer what is held out to them. */
@Stateless
public class OfferFlow {

    private static final int PAGE = 100;

    /** So deep those are looked through who wait for somebody else. */
    private static final int LOOK_MAX = 5_000;

    @Inject
    private TicketRepository tickets;

    @Inject
    private OfferRepository offers;

    @Inject
    private AgentRepository agents;

    @Inject
    private WaitingQueries waiting;

    @Inject
    private Room room;

    @Inject
    private Ownerships ownerships;

    @Inject
    private ViewAdmin views;

    @Inject
    private ViewTickets viewTickets;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Holds the first waiting ticket that the caller can take out to them; nobody else is given it meanwhile.
     *
     * @param of one of the groups whose tickets the caller gets; all of them if empty
     * @param seen only tickets of this view of the caller's, if there is one
     * @return empty if nothing waits that they can take, or if they have no room
     * @throws Conflict if they do not take work now
     * @throws InvalidInput if there is no such group of theirs, or no such view
     */
    public Optional<Offer> next(Caller caller, Optional<GroupId> of, Optional<ViewId> seen) {
        UserId agent = caller.userId();
        requireOnline(agent);
        room.lookNow();
        Set<Optional<GroupId>> groups = room.groupsOf(agent);
        if (of.isPresent() && !groups.contains(of)) {
            throw InvalidInput.unknownReference("/group_id");
        }
        Optional<View> view = seen.map(id -> known(caller, id));
        Wish wish = new Wish(
                caller, of.isPresent() ? Set.of(of) : groups, view, Act.asked(caller.actor(), clock.instant()));
        return first(wish).flatMap(ticket -> offers.open(ticket.id()));
    }

    private View known(Caller caller, ViewId view) {
        return views.find(caller, view).orElseThrow(() -> InvalidInput.unknownReference("/view_id"));
    }

    /** Who wants what kind of ticket. */
    private record Wish(Caller caller, Set<Optional<GroupId>> groups, Optional<View> view, Act act) {}

    private void requireOnline(UserId agent) {
        boolean isOnline = agents.find(agent)
                .filter(one -> one.presence() == Presence.ONLINE)
                .isPresent();
        if (!isOnline) {
            throw new Conflict("Who asks for work must be online.");
        }
    }

    private Optional<Ticket> first(Wish wish) {
        UserId agent = wish.caller().userId();
        for (int skip = 0; skip < LOOK_MAX; skip += PAGE) {
            List<WaitingRow> page = waiting.in(wish.groups(), skip, PAGE);
            for (WaitingRow row : wanted(page, wish)) {
                if (waiting.claim(row.ticketId())) {
                    Ticket ticket = tickets.lock(row.ticketId());
                    return settlement.handOut(ticket, agent, wish.act()) ? Optional.of(ticket) : Optional.empty();
                }
            }
            if (page.size() < PAGE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What the agent can take, and is in the view if they named one; looked up for a page at a time. */
    private List<WaitingRow> wanted(List<WaitingRow> page, Wish wish) {
        List<WaitingRow> possible = page.stream()
                .filter(row ->
                        room.isFor(row, wish.caller().userId(), wish.act().at()))
                .toList();
        if (wish.view().isEmpty() || possible.isEmpty()) {
            return possible;
        }
        Set<TicketId> shown = viewTickets.among(
                wish.caller(),
                wish.view().get(),
                possible.stream().map(WaitingRow::ticketId).toList());
        return possible.stream().filter(row -> shown.contains(row.ticketId())).toList();
    }

    /**
     * An offer to the caller.
     *
     * @throws NotFound if there is none
     */
    public Offer get(Caller caller, OfferId id) {
        Offer offer = offers.get(id);
        if (!offer.agent().equals(caller.userId())) {
            throw new NotFound("offer");
        }
        return offer;
    }

    /**
     * The agent takes what is held out to them, or would not have it.
     *
     * @throws Conflict if the offer is not open any more; says why
     */
    public Offer answer(Caller caller, OfferId id, boolean accepts) {
        Offer offer = get(caller, id);
        Ticket ticket = tickets.lock(offer.ticketId());
        Act act = Act.asked(caller.actor(), clock.instant());
        if (!offers.end(offer, accepts ? OfferState.ACCEPTED : OfferState.DECLINED, act.at())) {
            throw new Conflict(whyNot(offer));
        }
        var keeper = new OfferKeeper(ticket, act.at());
        if (accepts) {
            ownerships.takeAlong(ticket, offer.agent(), act);
            keeper.accept(offer.agent());
        } else {
            keeper.decline(offer.agent());
        }
        settlement.settle(ticket, act);
        return offer;
    }

    private static String whyNot(Offer offer) {
        return switch (offer.state()) {
            case ACCEPTED -> "The offer has been accepted already.";
            case DECLINED -> "The offer has been declined already.";
            case OPEN, EXPIRED -> "The offer ran out at %s.".formatted(offer.expiresAt());
            case WITHDRAWN -> "The offer was withdrawn: the ticket has gone elsewhere.";
        };
    }
}
