package io.bilet.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one version of a schedule says: a week in a time zone, and the dates on which it does not hold.
 *
 * @param holidays closed, whatever the week says about the date
 * @param exceptions the intervals that hold on a date instead, also if it is a holiday; none close it
 */
public record Timetable(ZoneId zone, Week week, Set<LocalDate> holidays, Map<LocalDate, List<Interval>> exceptions) {

    public Timetable {
        holidays = Set.copyOf(holidays);
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * What falls on this date, night shifts cut at midnight; sorted by opening. A night that an exception begins runs
     * into the next date in place of the week's.
     */
    List<Interval> on(LocalDate date) {
        List<Interval> own = exceptions.get(date);
        if (own != null) {
            return Week.beforeMidnight(own);
        }
        if (holidays.contains(date)) {
            return List.of();
        }
        DayOfWeek day = date.getDayOfWeek();
        List<Interval> eve = exceptions.get(date.minusDays(1));
        return eve == null ? week.on(day) : week.on(day, eve);
    }
}
