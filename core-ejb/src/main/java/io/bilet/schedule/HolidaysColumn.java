package io.bilet.schedule;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;

/** Holidays are stored as the API writes them. */
@Converter
public class HolidaysColumn implements AttributeConverter<List<Holiday>, String> {

    @Override
    public String convertToDatabaseColumn(List<Holiday> holidays) {
        JsonArrayBuilder dates = StoredJson.array();
        for (Holiday holiday : holidays) {
            dates.add(StoredJson.object().add("date", holiday.date().toString()).add("name", holiday.name()));
        }
        return dates.build().toString();
    }

    @Override
    public List<Holiday> convertToEntityAttribute(String column) {
        return StoredJson.read(column).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(holiday -> new Holiday(LocalDate.parse(holiday.getString("date")), holiday.getString("name")))
                .toList();
    }
}
