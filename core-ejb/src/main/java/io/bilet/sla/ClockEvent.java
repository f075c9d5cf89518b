package io.bilet.sla;

import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a clock, as its ledger keeps it; enough to compute the clock again.
 *
 * @param at when it took effect; a breach takes effect at the due time, however late it was noticed
 * @param dueBefore due time before the step
 * @param dueAfter due time after it
 * @param elapsed how long the clock had run at {@code at}
 * @param promise what was promised after the step
 * @param targetVersion counts the targets the clock has had, from 1
 * @param warning which warning sounded; null for other steps
 */
public record ClockEvent(
        ClockKey clock,
        ClockStep step,
        Instant at,
        ClockCause cause,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter,
        Elapsed elapsed,
        Promise promise,
        int targetVersion,
        @Nullable String warning) {

    ClockEvent ofWarning(String label) {
        return new ClockEvent(clock, step, at, cause, dueBefore, dueAfter, elapsed, promise, targetVersion, label);
    }
}
