package io.bilet.sla;

import io.bilet.platform.json.Wire;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.ticket.Due;
import io.bilet.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All clocks of one ticket; at most one of each metric is open. */
final class TicketClocks {

    private final TicketId ticket;
    private final List<SlaClock> clocks;

    TicketClocks(TicketId ticket, List<SlaClock> clocks) {
        this.ticket = ticket;
        this.clocks = new ArrayList<>(clocks);
    }

    List<SlaClock> all() {
        return List.copyOf(clocks);
    }

    List<SlaClock> open() {
        return clocks.stream().filter(SlaClock::isOpen).toList();
    }

    Optional<SlaClock> open(SlaMetric metric) {
        return latest(metric).filter(SlaClock::isOpen);
    }

    Optional<SlaClock> latest(SlaMetric metric) {
        return clocks.stream().filter(clock -> clock.metric() == metric).max(Comparator.comparing(clock -> clock.key()
                .cycle()));
    }

    /** What the requester was last promised; empty for a ticket that never had a clock. */
    Optional<Promise> promise() {
        return latest(SlaMetric.TOTAL_RESOLUTION_TIME)
                .map(clock -> clock.reading().promise());
    }

    ClockKey nextKey(SlaMetric metric) {
        return latest(metric).map(clock -> clock.key().next()).orElseGet(() -> ClockKey.first(ticket, metric));
    }

    void add(SlaClock clock) {
        clocks.add(clock);
    }

    /**
     * The earliest due time of a running clock, or why there is none.
     *
     * @param handlingTime how long work on a ticket takes, to tell by when it must begin
     */
    Due due(Standing now, Duration handlingTime) {
        return clocks.stream()
                .filter(clock -> clock.state() == ClockState.RUNNING)
                .filter(clock -> clock.dueAt().isPresent())
                .min(Comparator.<SlaClock, Instant>comparing(
                                clock -> clock.dueAt().orElseThrow())
                        .thenComparing(SlaClock::metric))
                .map(clock -> Due.by(
                        clock.dueAt().orElseThrow(),
                        Wire.of(clock.metric()),
                        clock.whenLeft(handlingTime).orElseThrow()))
                .orElseGet(() -> Due.none(now.noDueReason()));
    }
}
