package io.bilet.rest.http;

import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.call.JsonbResolver;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;

/** What is said about a definition that the core keeps as the JSON it came as. */
public final class Terms {

    private Terms() {}

    /** All that a body says, but what stands beside the terms. */
    public static JsonObject of(Object body, Set<String> beside) {
        return without(StoredJson.readObject(JsonbResolver.jsonb().toJson(body)), beside);
    }

    /** The terms after a merge patch; what has parts is replaced as a whole. */
    public static JsonObject patched(JsonObject present, JsonObject patch, Set<String> beside) {
        JsonObjectBuilder next = StoredJson.object();
        present.forEach((name, value) -> {
            if (!patch.containsKey(name)) {
                next.add(name, value);
            }
        });
        without(patch, beside).forEach((name, value) -> {
            if (!value.equals(JsonValue.NULL)) {
                next.add(name, value);
            }
        });
        return next.build();
    }

    /** The terms as a model of the API. */
    public static <T> T shown(JsonObject terms, Class<T> model) {
        return JsonbResolver.jsonb().fromJson(terms.toString(), model);
    }

    private static JsonObject without(JsonObject all, Set<String> beside) {
        JsonObjectBuilder rest = StoredJson.object();
        all.forEach((name, value) -> {
            if (!beside.contains(name)) {
                rest.add(name, value);
            }
        });
        return rest.build();
    }
}
