package io.bilet.trial;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried, on which tickets.
 *
 * @param from tickets opened from then on
 * @param to up to, but without, then
 * @param rules routing rules in the place of all there are, each with {@code condition} and {@code effects}, in the
 *     order in which they are asked; null to leave the opening as it was
 * @param policies SLA policies in the place of all there are, each in the form of its terms, in the order in which they
 *     are tried; null to leave clocks alone
 */
public record TrialDraft(
        Instant from,
        Instant to,
        @Nullable List<JsonObject> rules,
        @Nullable List<JsonObject> policies) {

    JsonObject toJson() {
        var json = StoredJson.object().add("from", from.toString()).add("to", to.toString());
        if (rules != null) {
            json.add("rules", array(rules));
        }
        if (policies != null) {
            json.add("policies", array(policies));
        }
        return json.build();
    }

    static TrialDraft read(JsonObject json) {
        return new TrialDraft(
                Instant.parse(json.getString("from")),
                Instant.parse(json.getString("to")),
                list(json, "rules"),
                list(json, "policies"));
    }

    private static JsonArrayBuilder array(List<JsonObject> objects) {
        JsonArrayBuilder array = StoredJson.array();
        objects.forEach(array::add);
        return array;
    }

    private static @Nullable List<JsonObject> list(JsonObject json, String name) {
        JsonArray array = json.getJsonArray(name);
        return array == null ? null : array.getValuesAs(JsonObject.class);
    }
}
