package io.bilet.sla;

import io.bilet.people.GroupId;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Which clock this is.
 *
 * @param cycle counts the clocks a ticket has had for the metric, from 1
 * @param group whose ownership it counts, or who was asked; null where that is no group
 */
public record ClockKey(
        ClockId id,
        TicketId ticket,
        SlaMetric metric,
        int cycle,
        @Nullable GroupId group) {

    static ClockKey first(TicketId ticket, SlaMetric metric) {
        return new ClockKey(ClockId.next(), ticket, metric, 1, null);
    }

    ClockKey next() {
        return new ClockKey(ClockId.next(), ticket, metric, cycle + 1, null);
    }

    ClockKey of(GroupId owner) {
        return new ClockKey(id, ticket, metric, cycle, owner);
    }
}
