package io.bilet.ticket;

import io.bilet.people.UserId;
import java.time.Duration;
import java.time.Instant;

/** Holds a ticket out to agents, and remembers who would not have it. */
public final class OfferKeeper {

    private final Ticket ticket;
    private final Instant now;

    public OfferKeeper(Ticket ticket, Instant now) {
        this.ticket = ticket;
        this.now = now;
    }

    /**
     * Holds it out to an agent.
     *
     * @param asked whether the agent asked for the next one
     */
    public void offer(UserId agent, Duration timeout, boolean asked) {
        ticket.ownership().offer(new Offer(ticket.id(), agent, asked, now, now.plus(timeout)));
        ticket.happenings().add(new TicketEvent.Offered(null, agent.toString()));
    }

    /** The agent takes it. */
    public void accept(UserId agent) {
        ticket.assign(agent, now);
    }

    /** The agent would not have it, or did not say in time; they are not asked again. */
    public void decline(UserId agent) {
        ticket.ownership().declinedBy(agent);
        withdraw();
    }

    /** It is held out to nobody any more. */
    public void withdraw() {
        ticket.ownership().offeredTo().ifPresent(agent -> {
            ticket.ownership().offerEnded();
            ticket.happenings().add(new TicketEvent.Offered(agent.toString(), null));
        });
    }
}
