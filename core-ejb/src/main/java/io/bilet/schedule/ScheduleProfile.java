package io.bilet.schedule;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.net.GuardedGet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said about a schedule; refuses what breaks a rule, naming the field.
 *
 * @param name 1 to 100 characters, unique
 * @param holidays in order, each date once, at most 1,000
 * @param exceptions in order, each date once, at most 1,000; a date that is a holiday as well opens as they say
 * @param publicHolidays closed as well, unless an exception opens them
 */
public record ScheduleProfile(
        String name,
        ZoneId zone,
        Week week,
        List<Holiday> holidays,
        List<DatedHours> exceptions,
        PublicHolidays publicHolidays) {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int HOLIDAY_NAME_LENGTH_MAX = 100;
    private static final int HOLIDAYS_MAX = 1_000;
    private static final int EXCEPTIONS_MAX = 1_000;
    private static final int FEEDS_MAX = 5;

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
        checkExceptions(exceptions);
        checkFeeds(publicHolidays.feeds());
        exceptions = exceptions.stream()
                .sorted(Comparator.comparing(DatedHours::date))
                .toList();
    }

    private static void check(Holiday holiday, Set<LocalDate> dates, String pointer) {
        check(holiday.name(), holiday.date(), pointer);
        if (!dates.add(holiday.date())) {
            throw new InvalidInput(pointer + "/date", "duplicate", "Each date can be a holiday once.");
        }
    }

    private static void check(String name, LocalDate date, String pointer) {
        Require.line(name, HOLIDAY_NAME_LENGTH_MAX, pointer + "/name");
        Require.range(date.getYear(), WorkingHours.YEAR_MIN, WorkingHours.YEAR_MAX, pointer + "/date");
    }

    private static void checkFeeds(List<String> feeds) {
        if (feeds.size() > FEEDS_MAX) {
            throw new InvalidInput("/items", "too_many", "At most %d feeds are allowed.".formatted(FEEDS_MAX));
        }
        for (int i = 0; i < feeds.size(); i++) {
            GuardedGet.parse(feeds.get(i), "/items/" + i + "/url");
            if (feeds.indexOf(feeds.get(i)) < i) {
                throw new InvalidInput("/items/" + i + "/url", "duplicate", "Each feed can be named once.");
            }
        }
    }

    private static void checkExceptions(List<DatedHours> exceptions) {
        if (exceptions.size() > EXCEPTIONS_MAX) {
            throw new InvalidInput(
                    "/exceptions", "too_many", "At most %d exceptions are allowed.".formatted(EXCEPTIONS_MAX));
        }
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < exceptions.size(); i++) {
            DatedHours exception = exceptions.get(i);
            String pointer = "/exceptions/" + i;
            check(exception.name(), exception.date(), pointer);
            if (!dates.add(exception.date())) {
                throw new InvalidInput(pointer + "/date", "duplicate", "Each date can be an exception once.");
            }
            if (exception.intervals().size() > Week.INTERVALS_MAX) {
                throw new InvalidInput(
                        pointer + "/intervals",
                        "too_many",
                        "At most %d intervals a day are allowed.".formatted(Week.INTERVALS_MAX));
            }
            Week.requireNoOverlap(Week.beforeMidnight(exception.intervals()), pointer + "/intervals");
        }
    }

    /**
     * The same, with the public holidays that are known today.
     *
     * @param ofFeeds what its feeds say
     * @throws InvalidInput naming a country or region that is not known
     */
    ScheduleProfile withHolidaysAround(LocalDate today, List<Holiday> ofFeeds) {
        List<Holiday> ofRegions = HolidayAlmanac.around(today, publicHolidays.regions());
        return new ScheduleProfile(name, zone, week, holidays, exceptions, publicHolidays.on(ofRegions, ofFeeds));
    }

    public WorkingHours hours() {
        return new WorkingHours(timetable());
    }

    Timetable timetable() {
        return new Timetable(
                zone,
                week,
                Stream.concat(holidays.stream(), publicHolidays.dates().stream())
                        .map(Holiday::date)
                        .collect(Collectors.toSet()),
                exceptions.stream().collect(Collectors.toMap(DatedHours::date, DatedHours::intervals)));
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
