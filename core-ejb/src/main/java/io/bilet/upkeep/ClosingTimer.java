package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes solved tickets final when their time has come. */
@ApplicationScoped
public class ClosingTimer extends TicketTimer {

    @Inject
    DueQueries tickets;

    @Inject
    DutyFlow duties;

    @Override
    public String name() {
        return "closing-timer";
    }

    @Override
    public String queue() {
        return "closing";
    }

    /** Days pass until a ticket is closed; seconds do not matter. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return tickets.closings(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        duties.close(ticket);
    }
}
