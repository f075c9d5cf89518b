package io.bilet.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holidays that somebody else decides.
 *
 * @param regions whose public holidays close the schedule; at most ten
 * @param feeds addresses of iCalendar files whose whole days close it
 * @param dates what both give for the years around now, in order; kept so that history stays as it was
 */
public record PublicHolidays(List<HolidayRegion> regions, List<String> feeds, List<Holiday> dates) {

    public static final PublicHolidays NONE = new PublicHolidays(List.of(), List.of(), List.of());

    public PublicHolidays {
        regions = List.copyOf(regions);
        feeds = List.copyOf(feeds);
        dates = List.copyOf(dates);
    }

    /** Those regions; the dates are found when the schedule is stored. */
    public PublicHolidays of(List<HolidayRegion> others) {
        return new PublicHolidays(others, feeds, dates);
    }

    /** Those feeds; the dates are found when the schedule is stored. */
    public PublicHolidays from(List<String> others) {
        return new PublicHolidays(regions, others, dates);
    }

    /** A date that several name has the name of the first. */
    PublicHolidays on(List<Holiday> some, List<Holiday> more) {
        Map<LocalDate, Holiday> found = new TreeMap<>();
        Stream.concat(some.stream(), more.stream()).forEach(day -> found.putIfAbsent(day.date(), day));
        return new PublicHolidays(regions, feeds, List.copyOf(found.values()));
    }
}
