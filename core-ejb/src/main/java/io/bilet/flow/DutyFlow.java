package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionRepository;
import io.bilet.people.Actor;
import io.bilet.routing.WaitingQueries;
import io.bilet.sla.SlaClocks;
import io.bilet.ticket.Offer;
import io.bilet.ticket.OfferKeeper;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.OfferState;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens to tickets without anybody doing it: waiting ones find an owner, solved ones become final, snoozed
 * ones come back, promises are missed. Each method is one transaction of its own and harmless when repeated.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DutyFlow {

    @Inject
    private TicketRepository tickets;

    @Inject
    private OfferRepository offers;

    @Inject
    private WaitingQueries waiting;

    @Inject
    private SlaClocks clocks;

    @Inject
    private Receipts receipts;

    @Inject
    private SlaActions actions;

    @Inject
    private DecisionRepository decisions;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Looks again for owners, in this order and in one transaction, so that what follows is written once for all of
     * them. Another node may be looking at the same tickets.
     *
     * @return those that found one
     */
    public Set<TicketId> routeWaiting(List<TicketId> ids) {
        List<Ticket> claimed = waiting.claim(ids);
        settlement.settle(claimed, new Act(Actor.rule(), "routing", clock.instant()));
        return claimed.stream()
                .filter(ticket -> ticket.ownership().assignee().isPresent()
                        || ticket.ownership().offeredTo().isPresent())
                .map(Ticket::id)
                .collect(Collectors.toSet());
    }

    /** Makes a solved ticket final, if its time has come and nobody has written meanwhile; says whether it did. */
    public boolean close(TicketId id) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        boolean due = ticket.status() == TicketStatus.SOLVED
                && ticket.timeline().closesAt().filter(at -> !at.isAfter(now)).isPresent();
        if (due) {
            ticket.moveTo(TicketStatus.CLOSED, now);
            settlement.settle(ticket, new Act(Actor.system(), "timer", now));
        }
        return due;
    }

    /**
     * Ends an offer that nobody answered in time; whoever let it pass is not asked again.
     *
     * @param seen when somebody saw that it had run out; for nodes whose clocks differ
     */
    public void expireOffer(TicketId id, Instant seen) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        Instant at = now.isBefore(seen) ? seen : now;
        Optional<Offer> late =
                offers.open(id).filter(offer -> !offer.expiresAt().isAfter(at));
        if (late.isPresent() && offers.end(late.get(), OfferState.EXPIRED, at)) {
            new OfferKeeper(ticket, at).decline(late.get().agent());
            settlement.settle(ticket, new Act(Actor.system(), "timer", at));
        }
    }

    /**
     * Brings a snoozed ticket back and notices a broken promise, if the time for that has come.
     *
     * @param seen when somebody saw that it had; for nodes whose clocks differ
     */
    public void keepSnooze(TicketId id, Instant seen) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        settlement.settle(ticket, new Act(Actor.system(), "timer", now.isBefore(seen) ? seen : now));
    }

    /**
     * Gives a ticket back that was handed over and that nobody has taken, if the time for that has passed.
     *
     * @param seen when somebody saw that it had; for nodes whose clocks differ
     */
    public void keepHandover(TicketId id, Instant seen) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        Act act = new Act(Actor.system(), "timer", now.isBefore(seen) ? seen : now);
        receipts.expire(ticket, act);
        settlement.settle(ticket, act);
    }

    /**
     * Lets the clocks of a ticket say what passed by itself, promises broken and in danger, and does what the policy
     * says about that.
     *
     * @param seen when somebody saw that something had; for nodes whose clocks differ
     */
    public void soundClocks(TicketId id, Instant seen) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        var act = new Act(Actor.system(), "timer", now.isBefore(seen) ? seen : now);
        List<Decision> made = actions.take(ticket, clocks.sound(ticket, act.at()), act);
        if (made.isEmpty()) {
            settlement.record(ticket, act);
        } else {
            settlement.settle(ticket, act);
            decisions.add(made);
        }
    }
}
