package io.bilet.rest.audit;

import io.bilet.api.v1.model.AuditEntry;
import io.bilet.api.v1.model.AuditSubject;
import io.bilet.api.v1.model.FieldChange;
import io.bilet.audit.LogEntry;
import io.bilet.rest.people.ActorJson;
import jakarta.json.JsonObject;

/** Entries of the audit log as the API shows them. */
final class AuditEntryJson {

    private AuditEntryJson() {}

    static AuditEntry of(LogEntry entry) {
        LogEntry.Change change = entry.change();
        return new AuditEntry()
                .id(entry.id().toString())
                .type(change.type())
                .at(entry.act().at())
                .subject(new AuditSubject().type(change.subjectType()).id(change.subjectId()))
                .actor(ActorJson.of(entry.act().actor()))
                .cause(entry.act().cause())
                .changes(change.fields().getValuesAs(JsonObject.class).stream()
                        .map(AuditEntryJson::field)
                        .toList());
    }

    private static FieldChange field(JsonObject change) {
        return new FieldChange()
                .field(change.getString("field"))
                .from(change.get("from"))
                .to(change.get("to"));
    }
}
