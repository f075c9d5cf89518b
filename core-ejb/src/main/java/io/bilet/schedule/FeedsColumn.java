package io.bilet.schedule;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** The addresses of feeds are stored as a JSON array. */
@Converter
public class FeedsColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> feeds) {
        return StoredJson.array(feeds).toString();
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return StoredJson.read(column).asJsonArray().getValuesAs(JsonString::getString);
    }
}
