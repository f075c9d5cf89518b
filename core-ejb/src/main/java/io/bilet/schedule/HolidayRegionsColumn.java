package io.bilet.schedule;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Regions are stored as the API writes them. */
@Converter
public class HolidayRegionsColumn implements AttributeConverter<List<HolidayRegion>, String> {

    @Override
    public String convertToDatabaseColumn(List<HolidayRegion> regions) {
        JsonArrayBuilder written = StoredJson.array();
        for (HolidayRegion region : regions) {
            JsonObjectBuilder one = StoredJson.object().add("country", region.country());
            written.add(region.region() == null ? one : one.add("region", region.region()));
        }
        return written.build().toString();
    }

    @Override
    public List<HolidayRegion> convertToEntityAttribute(String column) {
        return StoredJson.read(column).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(region -> new HolidayRegion(region.getString("country"), region.getString("region", null)))
                .toList();
    }
}
