package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Gives tickets back that were handed over and not taken in time. */
@ApplicationScoped
public class HandoverTimer extends TicketTimer {

    @Inject
    DueQueries tickets;

    @Inject
    DutyFlow duties;

    @Override
    public String name() {
        return "handover-timer";
    }

    @Override
    public String queue() {
        return "handovers";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return tickets.handovers(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        duties.keepHandover(ticket, seen);
    }
}
