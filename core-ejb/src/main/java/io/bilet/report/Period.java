package io.bilet.report;

import io.bilet.platform.error.InvalidInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, and into which parts it is cut.
 *
 * @param borders the beginning of each part and the end of the last, ascending; all but the first and last are
 *     midnights, so whole seconds
 */
public record Period(List<Instant> borders) {

    /** More than a year of days; a chart shows no more. */
    public static final int PARTS_MAX = 400;

    /** How long each part is. */
    public enum Interval {
        DAY,
        /** Begins on Monday. */
        WEEK,
        MONTH
    }

    /**
     * The period from {@code from} up to, but without, {@code to}, cut at midnights in a zone.
     *
     * @param interval null to leave it whole
     * @throws InvalidInput if it ends before it begins, or has more than {@value #PARTS_MAX} parts
     */
    public static Period of(Instant from, Instant to, @Nullable Interval interval, ZoneId zone) {
        if (!from.isBefore(to)) {
            throw new InvalidInput("to", "not_after_from", "A period ends after it begins.");
        }
        List<Instant> borders = new ArrayList<>(List.of(from));
        if (interval != null) {
            LocalDate day = next(first(from.atZone(zone).toLocalDate(), interval), interval);
            for (Instant border = start(day, zone); border.isBefore(to); border = start(day, zone)) {
                if (border.isAfter(from)) {
                    borders.add(border);
                }
                if (borders.size() > PARTS_MAX) {
                    throw new InvalidInput(
                            "interval",
                            "too_many_parts",
                            "A series has at most %d parts; ask for longer ones.".formatted(PARTS_MAX));
                }
                day = next(day, interval);
            }
        }
        borders.add(to);
        return new Period(List.copyOf(borders));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate first(LocalDate day, Interval interval) {
        return switch (interval) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private static LocalDate next(LocalDate day, Interval interval) {
        return switch (interval) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.plusWeeks(1);
            case MONTH -> day.plusMonths(1);
        };
    }

    public Instant from() {
        return borders.get(0);
    }

    public Instant to() {
        return borders.get(borders.size() - 1);
    }

    public int parts() {
        return borders.size() - 1;
    }

    public Instant startOf(int part) {
        return borders.get(part);
    }

    public Instant endOf(int part) {
        return borders.get(part + 1);
    }
}
