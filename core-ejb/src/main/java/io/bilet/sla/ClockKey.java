package io.bilet.sla;

import io.bilet.sla.policy.SlaMetric;
import io.bilet.ticket.TicketId;

/**
 * Which clock this is.
 *
 * @param cycle counts the clocks a ticket has had for the metric, from 1
 */
public record ClockKey(ClockId id, TicketId ticket, SlaMetric metric, int cycle) {

    static ClockKey first(TicketId ticket, SlaMetric metric) {
        return new ClockKey(ClockId.next(), ticket, metric, 1);
    }

    ClockKey next() {
        return new ClockKey(ClockId.next(), ticket, metric, cycle + 1);
    }
}
