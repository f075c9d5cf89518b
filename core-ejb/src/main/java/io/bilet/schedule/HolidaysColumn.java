package io.bilet.schedule;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;

/** Holidays are stored as the API writes them. */
@Converter
public class HolidaysColumn implements AttributeConverter<List<Holiday>, String> {

    @Override
    public String convertToDatabaseColumn(List<Holiday> holidays) {
        JsonArrayBuilder dates = Json.createArrayBuilder();
        for (Holiday holiday : holidays) {
            dates.add(Json.createObjectBuilder()
                    .add("date", holiday.date().toString())
                    .add("name", holiday.name()));
        }
        return dates.build().toString();
    }

    @Override
    public List<Holiday> convertToEntityAttribute(String column) {
        return Json.createReader(new StringReader(column)).readArray().getValuesAs(JsonObject.class).stream()
                .map(holiday -> new Holiday(LocalDate.parse(holiday.getString("date")), holiday.getString("name")))
                .toList();
    }
}
