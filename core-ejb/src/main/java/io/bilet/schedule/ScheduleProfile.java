package io.bilet.schedule;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said about a schedule; refuses what breaks a rule, naming the field.
 *
 * @param name 1 to 100 characters, unique
 * @param holidays in order, each date once, at most 1,000
 */
public record ScheduleProfile(String name, ZoneId zone, Week week, List<Holiday> holidays) {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int HOLIDAY_NAME_LENGTH_MAX = 100;
    private static final int HOLIDAYS_MAX = 1_000;

    /** A schedule that does not open so soon is a mistake. */
    private static final int YEARS_UNTIL_OPEN_MAX = 5;

    public ScheduleProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        if (holidays.size() > HOLIDAYS_MAX) {
            throw new InvalidInput("/holidays", "too_many", "At most %d holidays are allowed.".formatted(HOLIDAYS_MAX));
        }
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            check(holidays.get(i), dates, "/holidays/" + i);
        }
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    }

    private static void check(Holiday holiday, Set<LocalDate> dates, String pointer) {
        Require.line(holiday.name(), HOLIDAY_NAME_LENGTH_MAX, pointer + "/name");
        Require.range(holiday.date().getYear(), WorkingHours.YEAR_MIN, WorkingHours.YEAR_MAX, pointer + "/date");
        if (!dates.add(holiday.date())) {
            throw new InvalidInput(pointer + "/date", "duplicate", "Each date can be a holiday once.");
        }
    }

    public WorkingHours hours() {
        return new WorkingHours(zone, week, holidays.stream().map(Holiday::date).collect(Collectors.toSet()));
    }

    /**
     * Refuses a schedule by which no time ever counts.
     *
     * @throws InvalidInput if it does not open within five years from {@code now}
     */
    void requireOpening(Instant now) {
        Instant latest =
                now.atZone(ZoneOffset.UTC).plusYears(YEARS_UNTIL_OPEN_MAX).toInstant();
        if (hours().nextOpening(now).filter(opening -> opening.isBefore(latest)).isEmpty()) {
            throw new InvalidInput(
                    "/intervals", "never_open", "A schedule must open at least once in the next five years.");
        }
    }
}
