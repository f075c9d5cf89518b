package io.bilet.schedule;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;

/** Dated exceptions are stored as the API writes them. */
@Converter
public class ExceptionsColumn implements AttributeConverter<List<DatedHours>, String> {

    @Override
    public String convertToDatabaseColumn(List<DatedHours> exceptions) {
        JsonArrayBuilder dates = StoredJson.array();
        for (DatedHours exception : exceptions) {
            JsonArrayBuilder intervals = StoredJson.array();
            exception
                    .intervals()
                    .forEach(interval ->
                            intervals.add(StoredJson.array(List.of(interval.opensText(), interval.closesText()))));
            dates.add(StoredJson.object()
                    .add("date", exception.date().toString())
                    .add("name", exception.name())
                    .add("intervals", intervals));
        }
        return dates.build().toString();
    }

    @Override
    public List<DatedHours> convertToEntityAttribute(String column) {
        return StoredJson.read(column).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(ExceptionsColumn::read)
                .toList();
    }

    private static DatedHours read(JsonObject exception) {
        return new DatedHours(
                LocalDate.parse(exception.getString("date")),
                exception.getString("name"),
                exception.getJsonArray("intervals").getValuesAs(JsonArray.class).stream()
                        .map(times -> Interval.parse(times.getString(0), times.getString(1), "/exceptions"))
                        .toList());
    }
}
