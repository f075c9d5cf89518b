package io.bilet.bulk;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/**
 * What a bulk change does, and in whose name, as its job keeps it.
 *
 * @param mandate of whoever asked for it
 */
record BulkDraft(JsonObject mandate, JsonArray actions) {

    static BulkDraft read(JsonObject json) {
        return new BulkDraft(json.getJsonObject("mandate"), json.getJsonArray("actions"));
    }

    JsonObject toJson() {
        return StoredJson.object()
                .add("mandate", mandate)
                .add("actions", actions)
                .build();
    }
}
