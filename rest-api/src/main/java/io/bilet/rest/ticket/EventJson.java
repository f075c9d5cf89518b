package io.bilet.rest.ticket;

import io.bilet.api.v1.model.Event;
import io.bilet.api.v1.model.FieldChange;
import io.bilet.audit.AuditEntry;
import io.bilet.rest.people.ActorJson;
import jakarta.json.JsonObject;
import java.util.List;

/** Entries of a ticket's record as the API shows them. */
final class EventJson {

    private EventJson() {}

    static Event of(AuditEntry entry) {
        JsonObject data = entry.data();
        return new Event()
                .sequence(entry.seq())
                .type(entry.type())
                .at(entry.act().at())
                .actor(ActorJson.of(entry.act().actor()))
                .cause(entry.act().cause())
                .changes(changes(data))
                .commentId(data.getString("comment_id", null))
                .clockId(data.getString("clock_id", null))
                .macroId(data.getString("macro_id", null))
                .macroVersion(data.containsKey("macro_version") ? data.getInt("macro_version") : null);
    }

    private static List<FieldChange> changes(JsonObject data) {
        return data.containsKey("field")
                ? List.of(new FieldChange()
                        .field(data.getString("field"))
                        .from(data.get("from"))
                        .to(data.get("to")))
                : List.of();
    }
}
