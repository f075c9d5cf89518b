package io.bilet.upkeep;

import io.bilet.flow.AutomationFlow;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets automations act whose time has come; after a standstill in the order in which it came, each once. */
@ApplicationScoped
public class AutomationTimer extends TicketTimer {

    @Inject
    DueQueries tickets;

    @Inject
    AutomationFlow automations;

    @Override
    public String name() {
        return "automation-timer";
    }

    @Override
    public String queue() {
        return "automations";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    List<DueTicket> due(Instant now, int limit) {
        return tickets.automations(queue(), now, limit);
    }

    @Override
    void attend(TicketId ticket, Instant seen) {
        automations.act(ticket, seen);
    }
}
