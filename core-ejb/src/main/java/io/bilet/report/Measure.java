package io.bilet.report;

import io.bilet.sla.policy.Elapsed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number about a ticket.
 *
 * @param at in which period it counts
 * @param took null for what is only counted
 * @param detail of a breach the metric, else null
 * @param holder whom it is about
 */
record Measure(
        MeasureKind kind,
        Instant at,
        @Nullable Elapsed took,
        @Nullable String detail,
        Holder holder) {

    static Measure counted(MeasureKind kind, Instant at, Holder holder) {
        return new Measure(kind, at, null, null, holder);
    }

    static Measure timed(MeasureKind kind, Instant at, Elapsed took, Holder holder) {
        return new Measure(kind, at, took, null, holder);
    }
}
