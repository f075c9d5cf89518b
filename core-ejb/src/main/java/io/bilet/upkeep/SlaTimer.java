package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Notices promises that are broken or in danger.
 *
 * <p>Late is as good as on time: a breach is written with the time at which the promise fell due, and once.
 */
@ApplicationScoped
public class SlaTimer extends TicketTimer {

    @Inject
    AlarmQueries alarms;

    @Inject
    DutyFlow duties;

    @Override
    public String name() {
        return "sla-timer";
    }

    @Override
    public String queue() {
        return "sla-alarms";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return alarms.due(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        duties.soundClocks(ticket, seen);
    }
}
