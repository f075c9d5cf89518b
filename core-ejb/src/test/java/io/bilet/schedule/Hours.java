package io.bilet.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Working hours as tests write them: {@code mon-fri 09:00-17:00; sat 10:00-12:00 13:00-14:00}. */
final class Hours {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Hours() {}

    static WorkingHours hours(String zone, String week, String... holidays) {
        return new WorkingHours(ZoneId.of(zone), week(week), dates(holidays));
    }

    static Week week(String week) {
        Map<DayOfWeek, List<Interval>> intervals = new EnumMap<>(DayOfWeek.class);
        texts(week)
                .forEach((day, those) -> intervals.put(
                        day,
                        those.stream()
                                .map(i -> Interval.parse(i.substring(0, 5), i.substring(6), "/intervals"))
                                .toList()));
        return new Week(intervals);
    }

    static Map<DayOfWeek, List<String>> texts(String week) {
        Map<DayOfWeek, List<String>> texts = new EnumMap<>(DayOfWeek.class);
        for (String part : week.split("; ?")) {
            List<String> words = List.of(part.split(" "));
            String days = words.get(0);
            int first = DAYS.indexOf(days.substring(0, 3));
            int last = DAYS.indexOf(days.substring(days.length() - 3));
            for (int day = first; day <= last; day++) {
                texts.put(DayOfWeek.of(day + 1), words.subList(1, words.size()));
            }
        }
        return texts;
    }

    static Set<LocalDate> dates(String... dates) {
        Set<LocalDate> set = new TreeSet<>();
        for (String date : dates) {
            if (!date.isEmpty()) {
                set.add(LocalDate.parse(date));
            }
        }
        return set;
    }
}
