package io.bilet.schedule;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A week is stored as the API writes it. */
@Converter(autoApply = true)
public class WeekColumn implements AttributeConverter<Week, String> {

    @Override
    public String convertToDatabaseColumn(Week week) {
        JsonObjectBuilder days = StoredJson.object();
        for (DayOfWeek day : DayOfWeek.values()) {
            JsonArrayBuilder intervals = StoredJson.array();
            for (Interval interval : week.intervals().getOrDefault(day, List.of())) {
                intervals.add(StoredJson.array(List.of(interval.opensText(), interval.closesText())));
            }
            days.add(Week.key(day), intervals);
        }
        return days.build().toString();
    }

    @Override
    public Week convertToEntityAttribute(String column) {
        JsonObject days = StoredJson.readObject(column);
        Map<DayOfWeek, List<Interval>> intervals = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            intervals.put(
                    day,
                    days.getJsonArray(Week.key(day)).stream()
                            .map(WeekColumn::interval)
                            .toList());
        }
        return new Week(intervals);
    }

    private static Interval interval(JsonValue value) {
        JsonArray times = value.asJsonArray();
        return Interval.parse(times.getString(0), times.getString(1), "/intervals");
    }
}
