package io.bilet.rest.fact;

import io.bilet.api.v1.model.FactDefinition;
import io.bilet.api.v1.model.FactSubject;
import io.bilet.api.v1.model.NewFactDefinition;
import io.bilet.api.v1.model.ValueType;
import io.bilet.rest.http.Terms;
import jakarta.json.JsonObject;
import java.util.Set;

/** Definitions of facts as the API shows and takes them. */
final class FactDefinitionJson {

    private static final Set<String> BESIDE = Set.of("key", "about", "type");

    private FactDefinitionJson() {}

    static FactDefinition of(io.bilet.fact.FactDefinition definition) {
        return Terms.shown(definition.terms(), FactDefinition.class)
                .id(definition.id().toString())
                .key(definition.key())
                .about(FactSubject.valueOf(definition.about().name()))
                .type(ValueType.valueOf(definition.type().name()))
                .createdAt(definition.createdAt())
                .updatedAt(definition.updatedAt())
                .version(definition.version());
    }

    static JsonObject terms(NewFactDefinition body) {
        return Terms.of(body, BESIDE);
    }

    static JsonObject patched(JsonObject terms, JsonObject patch) {
        return Terms.patched(terms, patch, BESIDE);
    }
}
