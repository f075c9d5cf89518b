package io.bilet.schedule;

import io.bilet.platform.error.InvalidInput;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The intervals of each weekday, which nowhere overlap; also not where Sunday night runs into Monday. */
public final class Week {

    static final int INTERVALS_MAX = 20;

    private final Map<DayOfWeek, List<Interval>> written = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, List<Interval>> effective = new EnumMap<>(DayOfWeek.class);

    /**
     * Intervals in any order; an absent day is closed.
     *
     * @throws InvalidInput naming {@code /intervals/<day>} if intervals overlap there or are too many
     */
    public Week(Map<DayOfWeek, List<Interval>> intervals) {
        intervals.forEach((day, those) -> {
            if (those.size() > INTERVALS_MAX) {
                throw new InvalidInput(
                        pointer(day), "too_many", "At most %d intervals a day are allowed.".formatted(INTERVALS_MAX));
            }
            if (!those.isEmpty()) {
                written.put(day, sorted(those));
            }
        });
        for (DayOfWeek day : DayOfWeek.values()) {
            effective.put(day, withoutOverlap(day, within(day)));
        }
    }

    /** Open around the clock. */
    public static Week always() {
        Map<DayOfWeek, List<Interval>> intervals = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            intervals.put(day, List.of(new Interval(0, Interval.DAY_MINUTES)));
        }
        return new Week(intervals);
    }

    /** How a weekday is written outside: {@code mon} to {@code sun}. */
    public static String key(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** As given, each day sorted by opening time; closed days are absent. */
    public Map<DayOfWeek, List<Interval>> intervals() {
        return Map.copyOf(written);
    }

    /** What of the week falls on this weekday, night shifts cut at midnight; sorted, nothing overlaps. */
    List<Interval> on(DayOfWeek day) {
        return effective.getOrDefault(day, List.of());
    }

    /** The same, after a day on which these intervals held instead of the week's; the night may overlap the morning. */
    List<Interval> on(DayOfWeek day, List<Interval> dayBefore) {
        List<Interval> within = new ArrayList<>(afterMidnight(dayBefore));
        within.addAll(beforeMidnight(written.getOrDefault(day, List.of())));
        return sorted(within);
    }

    private List<Interval> within(DayOfWeek day) {
        return on(day, written.getOrDefault(day.minus(1), List.of()));
    }

    /** What of these intervals falls on the date on which they begin. */
    static List<Interval> beforeMidnight(List<Interval> intervals) {
        return intervals.stream()
                .map(interval ->
                        interval.runsIntoNextDay() ? new Interval(interval.opens(), Interval.DAY_MINUTES) : interval)
                .toList();
    }

    private static List<Interval> afterMidnight(List<Interval> intervals) {
        return intervals.stream()
                .filter(interval -> interval.runsIntoNextDay() && interval.closes() > 0)
                .map(night -> new Interval(0, night.closes()))
                .toList();
    }

    private static List<Interval> withoutOverlap(DayOfWeek day, List<Interval> intervals) {
        requireNoOverlap(intervals, pointer(day));
        return intervals;
    }

    /**
     * Refuses intervals of one date, sorted and cut at midnight, of which two overlap.
     *
     * @throws InvalidInput naming {@code pointer}
     */
    static void requireNoOverlap(List<Interval> intervals, String pointer) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).opens() < intervals.get(i - 1).closes()) {
                throw new InvalidInput(pointer, "overlap", "Intervals must not overlap.");
            }
        }
    }

    static List<Interval> sorted(List<Interval> intervals) {
        return intervals.stream()
                .sorted(Comparator.comparingInt(Interval::opens))
                .toList();
    }

    private static String pointer(DayOfWeek day) {
        return "/intervals/" + key(day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Week week && written.equals(week.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
