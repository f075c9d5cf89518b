package io.bilet.rest.field;

import io.bilet.api.v1.model.NewTicketField;
import io.bilet.api.v1.model.TicketField;
import io.bilet.api.v1.model.ValueType;
import io.bilet.field.CustomField;
import io.bilet.rest.http.Terms;
import jakarta.json.JsonObject;
import java.util.Set;

/** Custom fields as the API shows and takes them. */
final class TicketFieldJson {

    private static final Set<String> BESIDE = Set.of("key", "type", "active");

    private TicketFieldJson() {}

    static TicketField of(CustomField field) {
        TicketField json = Terms.shown(field.terms(), TicketField.class);
        return json.id(field.id().toString())
                .key(field.key())
                .type(ValueType.valueOf(field.type().name()))
                .forRequesters(Boolean.TRUE.equals(json.getForRequesters()))
                .active(field.isActive())
                .createdAt(field.createdAt())
                .updatedAt(field.updatedAt())
                .version(field.version());
    }

    static JsonObject terms(NewTicketField body) {
        return Terms.of(body, BESIDE);
    }

    static JsonObject patched(JsonObject terms, JsonObject patch) {
        return Terms.patched(terms, patch, BESIDE);
    }
}
