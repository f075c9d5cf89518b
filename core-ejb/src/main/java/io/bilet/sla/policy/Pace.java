package io.bilet.sla.policy;

import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How time counts towards a target.
 *
 * @param schedule whose open hours are business time; null for all hours
 * @param hours the open hours of {@code schedule}
 */
public record Pace(TimeKind kind, @Nullable ScheduleId schedule, WorkingHours hours) {

    /** Every minute counts, and all of them are business time. */
    public static final Pace ALWAYS = new Pace(TimeKind.CALENDAR, null, WorkingHours.always());

    public Elapsed between(Instant from, Instant to) {
        return new Elapsed(Duration.between(from, to), hours.between(from, to));
    }

    /** The instant at which {@code time} of this kind has passed since {@code start}. */
    public Instant after(Instant start, Duration time) {
        return switch (kind) {
            case BUSINESS -> hours.add(start, time);
            case CALENDAR -> start.plus(time);
        };
    }

    /** The pace as it was known at an instant. */
    public Pace asOf(Instant instant) {
        return new Pace(kind, schedule, hours.asOf(instant));
    }

    /** Whether both read business time from the same schedule. */
    public boolean sharesSchedule(Pace other) {
        return Objects.equals(schedule, other.schedule);
    }
}
