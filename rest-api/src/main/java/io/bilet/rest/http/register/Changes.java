package io.bilet.rest.http.register;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of one thing, field by field, as the API names and shows them. */
public final class Changes {

    /** What differs with every change, or without anybody changing anything. */
    private static final Set<String> MOVING = Set.of(
            "id",
            "version",
            "created_at",
            "updated_at",
            "presence_at",
            "open_count",
            "last_assigned_at",
            "last_used_at",
            "fetched_at",
            "last_error");

    private Changes() {}

    /** The fields that differ, by name; what is absent is null. */
    static JsonArray between(JsonObject before, JsonObject after) {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeAll(MOVING);
        JsonArrayBuilder changes = StoredJson.array();
        for (String field : fields) {
            JsonValue from = before.getOrDefault(field, JsonValue.NULL);
            JsonValue to = after.getOrDefault(field, JsonValue.NULL);
            if (!from.equals(to)) {
                changes.add(one(field, from, to));
            }
        }
        return changes.build();
    }

    /** One field that has a value now, or has none any more. */
    public static JsonArray of(String field, @Nullable String from, @Nullable String to) {
        return StoredJson.array()
                .add(one(field, StoredJson.text(from), StoredJson.text(to)))
                .build();
    }

    private static JsonObject one(String field, JsonValue from, JsonValue to) {
        return StoredJson.object()
                .add("field", field)
                .add("from", from)
                .add("to", to)
                .build();
    }
}
