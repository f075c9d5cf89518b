package io.bilet.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.util.stream.Collectors.toSet;

import io.bilet.schedule.Era;
import io.bilet.schedule.Interval;
import io.bilet.schedule.Timetable;
import io.bilet.schedule.Week;
import io.bilet.schedule.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The schedules that {@code clock-scenarios.md} names. */
final class TestHours {

    private TestHours() {}

    static WorkingHours office() {
        return hours("Europe/Berlin", weekdays("09:00-17:00"), "2026-04-03", "2026-04-06");
    }

    static WorkingHours officeUntilFour() {
        return hours("Europe/Berlin", weekdays("09:00-16:00"));
    }

    /** The office, until one day it closes at four. */
    static WorkingHours officeClosingAtFourFrom(Instant change) {
        return new WorkingHours(List.of(
                new Era(Instant.EPOCH, timetable("Europe/Berlin", weekdays("09:00-17:00"))),
                new Era(change, timetable("Europe/Berlin", weekdays("09:00-16:00")))));
    }

    static WorkingHours split() {
        var week = weekdays("09:00-12:00 13:00-18:00");
        week.put(SATURDAY, intervals("10:00-14:00"));
        return hours("Europe/Paris", week);
    }

    static WorkingHours newYork() {
        return hours("America/New_York", weekdays("09:00-17:00"));
    }

    static WorkingHours night() {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, intervals("22:00-06:00")));
        return hours("Europe/Berlin", week, "2026-12-25");
    }

    private static Map<DayOfWeek, List<Interval>> weekdays(String text) {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        EnumSet.range(MONDAY, FRIDAY).forEach(day -> week.put(day, intervals(text)));
        return week;
    }

    private static List<Interval> intervals(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(interval -> Interval.parse(interval.substring(0, 5), interval.substring(6), ""))
                .toList();
    }

    private static WorkingHours hours(String zone, Map<DayOfWeek, List<Interval>> week, String... holidays) {
        return new WorkingHours(timetable(zone, week, holidays));
    }

    private static Timetable timetable(String zone, Map<DayOfWeek, List<Interval>> week, String... holidays) {
        Set<LocalDate> dates = Stream.of(holidays).map(LocalDate::parse).collect(toSet());
        return new Timetable(ZoneId.of(zone), new Week(week), dates, Map.of());
    }
}
