package io.bilet.sla.policy;

import java.time.Duration;

/**
 * How long something ran, in both kinds of time, so that numbers can be told in either.
 *
 * @param calendar every minute
 * @param business the open minutes of the schedules that applied while they passed; never more than {@code calendar}
 */
public record Elapsed(Duration calendar, Duration business) {

    public static final Elapsed NONE = new Elapsed(Duration.ZERO, Duration.ZERO);

    public Elapsed plus(Elapsed more) {
        return new Elapsed(calendar.plus(more.calendar), business.plus(more.business));
    }

    public Duration in(TimeKind kind) {
        return switch (kind) {
            case BUSINESS -> business;
            case CALENDAR -> calendar;
        };
    }
}
