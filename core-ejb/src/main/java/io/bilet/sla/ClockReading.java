package io.bilet.sla;

import io.bilet.sla.policy.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a clock that changes, as it is stored.
 *
 * @param targetVersion counts the targets the clock has had, from 1
 * @param targetBroken whether the present target was broken
 * @param changedAt when the clock last took a step of its own; for an ended clock, when it ended
 * @param dueAt when it falls due, or fell due before it ended; null while it rests or nothing is promised
 * @param endCause why it ended; null while it is open
 * @param breachedAt the due time that was last missed
 * @param steps how many entries its ledger has
 */
public record ClockReading(
        ClockState state,
        Promise promise,
        int targetVersion,
        boolean targetBroken,
        Run run,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable ClockCause endCause,
        @Nullable Instant breachedAt,
        Warnings warnings,
        int steps) {}
