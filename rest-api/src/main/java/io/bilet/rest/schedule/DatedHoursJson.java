package io.bilet.rest.schedule;

import io.bilet.api.v1.model.DatedHours;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.Interval;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other hours on single dates as the API shows and takes them. */
final class DatedHoursJson {

    private DatedHoursJson() {}

    static List<DatedHours> of(List<io.bilet.schedule.DatedHours> exceptions) {
        return exceptions.stream()
                .map(exception -> new DatedHours()
                        .date(exception.date())
                        .name(exception.name())
                        .intervals(exception.intervals().stream()
                                .map(interval -> List.of(interval.opensText(), interval.closesText()))
                                .toList()))
                .toList();
    }

    static List<io.bilet.schedule.DatedHours> toDomain(@Nullable List<DatedHours> written) {
        List<io.bilet.schedule.DatedHours> exceptions = new ArrayList<>();
        for (DatedHours each : written == null ? List.<DatedHours>of() : written) {
            exceptions.add(read(each.getDate(), each.getName(), each.getIntervals(), exceptions.size()));
        }
        return exceptions;
    }

    static List<io.bilet.schedule.DatedHours> toDomain(JsonArray written) {
        List<io.bilet.schedule.DatedHours> exceptions = new ArrayList<>();
        for (JsonObject each : written.getValuesAs(JsonObject.class)) {
            List<List<String>> pairs = each.getJsonArray("intervals").getValuesAs(JsonArray.class).stream()
                    .map(pair -> pair.getValuesAs(JsonString::getString))
                    .toList();
            exceptions.add(
                    read(LocalDate.parse(each.getString("date")), each.getString("name"), pairs, exceptions.size()));
        }
        return exceptions;
    }

    private static io.bilet.schedule.DatedHours read(LocalDate date, String name, List<List<String>> pairs, int place) {
        List<Interval> intervals = new ArrayList<>();
        for (List<String> pair : pairs) {
            String pointer = "/exceptions/%d/intervals/%d".formatted(place, intervals.size());
            if (pair.size() != 2) {
                throw new InvalidInput(pointer, "length", "An opening and a closing time were expected.");
            }
            intervals.add(Interval.parse(pair.get(0), pair.get(1), pointer));
        }
        return new io.bilet.schedule.DatedHours(date, name, intervals);
    }
}
