package io.bilet.decision;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One field that a decision changed.
 *
 * @param field name as in the API
 */
public record Effect(String field, JsonValue from, JsonValue to) {

    /** A field whose values are texts, or null. */
    public static Effect of(String field, @Nullable String from, @Nullable String to) {
        return new Effect(field, StoredJson.text(from), StoredJson.text(to));
    }

    JsonObject toJson() {
        return StoredJson.object()
                .add("field", field)
                .add("from", from)
                .add("to", to)
                .build();
    }

    static Effect read(JsonObject json) {
        return new Effect(
                json.getString("field"),
                json.getOrDefault("from", JsonValue.NULL),
                json.getOrDefault("to", JsonValue.NULL));
    }
}
