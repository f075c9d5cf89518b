package io.bilet.rest.schedule;

import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.Patch;
import io.bilet.schedule.Interval;
import io.bilet.schedule.Week;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The intervals of a week as the API shows and takes them: per weekday, pairs of times of day. */
final class WeekJson {

    private WeekJson() {}

    static io.bilet.api.v1.model.Week of(Week week) {
        return new io.bilet.api.v1.model.Week()
                .mon(pairs(week, DayOfWeek.MONDAY))
                .tue(pairs(week, DayOfWeek.TUESDAY))
                .wed(pairs(week, DayOfWeek.WEDNESDAY))
                .thu(pairs(week, DayOfWeek.THURSDAY))
                .fri(pairs(week, DayOfWeek.FRIDAY))
                .sat(pairs(week, DayOfWeek.SATURDAY))
                .sun(pairs(week, DayOfWeek.SUNDAY));
    }

    private static @Nullable List<List<String>> pairs(Week week, DayOfWeek day) {
        List<Interval> intervals = week.intervals().get(day);
        return intervals == null
                ? null
                : intervals.stream()
                        .map(interval -> List.of(interval.opensText(), interval.closesText()))
                        .toList();
    }

    static Week toWeek(io.bilet.api.v1.model.Week body) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, intervals(day, pairs(body, day)));
        }
        return new Week(week);
    }

    private static @Nullable List<List<String>> pairs(io.bilet.api.v1.model.Week body, DayOfWeek day) {
        return switch (day) {
            case MONDAY -> body.getMon();
            case TUESDAY -> body.getTue();
            case WEDNESDAY -> body.getWed();
            case THURSDAY -> body.getThu();
            case FRIDAY -> body.getFri();
            case SATURDAY -> body.getSat();
            case SUNDAY -> body.getSun();
        };
    }

    /** The week with the days the patch names replaced, or closed where it names them null. */
    static Week patched(Week present, Patch patch) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        week.putAll(present.intervals());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (patch.names(Week.key(day))) {
                week.put(day, intervals(day, pairs(patch, Week.key(day))));
            }
        }
        return new Week(week);
    }

    private static @Nullable List<List<String>> pairs(Patch patch, String key) {
        return patch.json().get(key) instanceof JsonArray array
                ? array.getValuesAs(JsonArray.class).stream()
                        .map(pair -> pair.getValuesAs(JsonString::getString))
                        .toList()
                : null;
    }

    private static List<Interval> intervals(DayOfWeek day, @Nullable List<List<String>> pairs) {
        List<Interval> intervals = new ArrayList<>();
        for (List<String> pair : pairs == null ? List.<List<String>>of() : pairs) {
            String pointer = "/intervals/%s/%d".formatted(Week.key(day), intervals.size());
            if (pair.size() != 2) {
                throw new InvalidInput(pointer, "length", "An opening and a closing time were expected.");
            }
            intervals.add(Interval.parse(pair.get(0), pair.get(1), pointer));
        }
        return intervals;
    }
}
