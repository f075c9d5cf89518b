package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ends offers that nobody answered in time. */
@ApplicationScoped
public class OfferTimer extends TicketTimer {

    @Inject
    DueQueries tickets;

    @Inject
    DutyFlow duties;

    @Override
    public String name() {
        return "offer-timer";
    }

    @Override
    public String queue() {
        return "offers";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return tickets.offers(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        duties.expireOffer(ticket, seen);
    }
}
