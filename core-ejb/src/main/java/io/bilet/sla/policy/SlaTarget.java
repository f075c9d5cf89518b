package io.bilet.sla.policy;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param time one second to {@value #DAYS_MAX} days, whole seconds; a day is 24 hours of {@code kind}
 */
public record SlaTarget(Duration time, TimeKind kind) {

    /** A year, leap or not; more is no promise. */
    public static final int DAYS_MAX = 366;
}
