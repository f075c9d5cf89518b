package io.bilet.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds, writes and reads JSON through one provider; {@code jakarta.json.Json} looks one up at every call. */
public final class StoredJson {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

    private StoredJson() {}

    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** A JSON array of texts. */
    public static JsonArray array(Collection<String> texts) {
        return BUILDERS.createArrayBuilder(texts).build();
    }

    /** A JSON string, or JSON null. */
    public static JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : PROVIDER.createValue(text);
    }

    public static JsonValue number(long number) {
        return PROVIDER.createValue(number);
    }

    /** Reads what was stored; the text must be one JSON object. */
    public static JsonObject readObject(String stored) {
        return read(stored).asJsonObject();
    }

    /** Reads what was stored; the text must be one JSON object or array. */
    public static JsonStructure read(String stored) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(stored))) {
            return reader.read();
        }
    }
}
