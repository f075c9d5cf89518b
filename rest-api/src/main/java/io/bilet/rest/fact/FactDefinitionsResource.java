package io.bilet.rest.fact;

import io.bilet.api.v1.FactDefinitionsApi;
import io.bilet.api.v1.model.FactDefinitionPage;
import io.bilet.api.v1.model.NewFactDefinition;
import io.bilet.fact.FactDefinition;
import io.bilet.fact.FactDefinitionAdmin;
import io.bilet.fact.FactDefinitionId;
import io.bilet.fact.FactDefinitionRepository;
import io.bilet.fact.FactSubject;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.typed.ValueType;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Definitions of facts over HTTP. */
@ApiResource
@Path(FactDefinitionsApi.BASE_PATH)
public class FactDefinitionsResource implements FactDefinitionsApi {

    private static final Kind<FactDefinition> DEFINITION = new Kind<>(
            "fact_definition", "fact-definitions", FactDefinition::id, FactDefinition::version, FactDefinitionJson::of);

    @Inject
    FactDefinitionAdmin admin;

    @Inject
    FactDefinitionRepository definitions;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listFactDefinitions(ListFactDefinitionsQuery query) {
        Slice<FactDefinition> slice = definitions.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(FactDefinitionJson::of),
                (items, next) -> new FactDefinitionPage().items(items).next(next));
    }

    @Override
    public Response createFactDefinition(NewFactDefinition body) {
        FactSubject about = FactSubject.valueOf(body.getAbout().name());
        ValueType type = ValueType.valueOf(body.getType().name());
        return register.created(
                DEFINITION, () -> admin.create(about, body.getKey(), type, FactDefinitionJson.terms(body)));
    }

    @Override
    public Response getFactDefinition(String factDefinitionId) {
        return register.found(DEFINITION, definitions.get(FactDefinitionId.parse(factDefinitionId)));
    }

    @Override
    public Response updateFactDefinition(String factDefinitionId, @Nullable String ifMatch, JsonObject body) {
        FactDefinitionId id = FactDefinitionId.parse(factDefinitionId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                DEFINITION,
                () -> definitions.get(id),
                () -> admin.update(id, expected, terms -> FactDefinitionJson.patched(terms, body)));
    }

    @Override
    public Response deleteFactDefinition(String factDefinitionId, @Nullable String ifMatch) {
        FactDefinitionId id = FactDefinitionId.parse(factDefinitionId);
        return register.removed(DEFINITION, () -> definitions.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }
}
