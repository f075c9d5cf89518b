package io.bilet.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Business time the slow way: look at the wall clock at every minute and count. Shares no code with what it checks, not
 * even the reading of times; all borders and zone offsets it is used with are whole minutes.
 */
public record MinuteByMinute(
        ZoneId zone,
        Map<DayOfWeek, List<String>> week,
        Set<LocalDate> holidays,
        Map<LocalDate, List<String>> exceptions,
        @Nullable Later later) {

    /** What holds from some instant on. */
    public record Later(Instant from, MinuteByMinute hours) {}

    public MinuteByMinute(ZoneId zone, Map<DayOfWeek, List<String>> week, Set<LocalDate> holidays) {
        this(zone, week, holidays, Map.of(), null);
    }

    public boolean isOpen(Instant instant) {
        if (later != null && !instant.isBefore(later.from)) {
            return later.hours.isOpen(instant);
        }
        ZonedDateTime wall = instant.atZone(zone);
        LocalDate date = wall.toLocalDate();
        int minute = wall.getHour() * 60 + wall.getMinute();
        if (exceptions.containsKey(date)) {
            return exceptions.get(date).stream().anyMatch(i -> today(i, minute));
        }
        if (holidays.contains(date)) {
            return false;
        }
        List<String> eve = week.getOrDefault(wall.getDayOfWeek().minus(1), List.of());
        return week.getOrDefault(wall.getDayOfWeek(), List.of()).stream().anyMatch(i -> today(i, minute))
                || exceptions.getOrDefault(date.minusDays(1), eve).stream()
                        .anyMatch(i -> closes(i) < opens(i) && minute < closes(i));
    }

    Instant add(Instant start, Duration target) {
        Instant at = start;
        Duration left = target;
        while (!left.isZero()) {
            Duration step = untilNextMinute(at);
            if (isOpen(at)) {
                step = step.compareTo(left) < 0 ? step : left;
                left = left.minus(step);
            }
            at = at.plus(step);
        }
        return at;
    }

    Duration between(Instant start, Instant end) {
        Duration passed = Duration.ZERO;
        for (Instant at = start; at.isBefore(end); ) {
            Duration toEnd = Duration.between(at, end);
            Duration step = untilNextMinute(at).compareTo(toEnd) < 0 ? untilNextMinute(at) : toEnd;
            passed = isOpen(at) ? passed.plus(step) : passed;
            at = at.plus(step);
        }
        return passed;
    }

    private static boolean today(String interval, int minute) {
        boolean started = opens(interval) <= minute;
        return started && (minute < closes(interval) || closes(interval) < opens(interval));
    }

    private static Duration untilNextMinute(Instant at) {
        return Duration.ofMinutes(1)
                .minusSeconds(Math.floorMod(at.getEpochSecond(), 60))
                .minusNanos(at.getNano());
    }

    /** Of a text such as {@code 09:00-17:30}. */
    private static int opens(String interval) {
        return Integer.parseInt(interval.substring(0, 2)) * 60 + Integer.parseInt(interval.substring(3, 5));
    }

    private static int closes(String interval) {
        return Integer.parseInt(interval.substring(6, 8)) * 60 + Integer.parseInt(interval.substring(9, 11));
    }
}
