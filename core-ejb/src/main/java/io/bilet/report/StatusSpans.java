package io.bilet.report;

import io.bilet.sla.policy.Elapsed;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How long a ticket stood in each status. */
final class StatusSpans {

    private final Hours hours;
    private final Map<TicketStatus, Elapsed> ended = new EnumMap<>(TicketStatus.class);
    private TicketStatus present = TicketStatus.NEW;
    private Instant since;

    StatusSpans(Instant createdAt, Hours hours) {
        this.since = createdAt;
        this.hours = hours;
    }

    TicketStatus present() {
        return present;
    }

    void moveTo(TicketStatus next, Instant at) {
        ended.merge(present, hours.elapsed(since, at), Elapsed::plus);
        present = next;
        since = at;
    }

    /** In the stretches that have ended. */
    Elapsed in(TicketStatus... statuses) {
        Elapsed sum = Elapsed.NONE;
        for (TicketStatus status : statuses) {
            sum = sum.plus(ended.getOrDefault(status, Elapsed.NONE));
        }
        return sum;
    }
}
