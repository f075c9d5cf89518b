package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings snoozed tickets back when their time has come, and notices promises whose time has passed. */
@ApplicationScoped
public class SnoozeTimer extends TicketTimer {

    @Inject
    DueQueries tickets;

    @Inject
    DutyFlow duties;

    @Override
    public String name() {
        return "snooze-timer";
    }

    @Override
    public String queue() {
        return "snoozes";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return tickets.snoozes(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        duties.keepSnooze(ticket, seen);
    }
}
