package io.bilet.rest.field;

import io.bilet.api.v1.TicketFieldsApi;
import io.bilet.api.v1.model.NewTicketField;
import io.bilet.api.v1.model.TicketFieldPage;
import io.bilet.field.CustomField;
import io.bilet.field.CustomFieldAdmin;
import io.bilet.field.CustomFieldId;
import io.bilet.field.CustomFieldRepository;
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

/** Custom fields over HTTP. */
@ApiResource
@Path(TicketFieldsApi.BASE_PATH)
public class TicketFieldsResource implements TicketFieldsApi {

    private static final Kind<CustomField> FIELD =
            new Kind<>("ticket_field", "ticket-fields", CustomField::id, CustomField::version, TicketFieldJson::of);

    @Inject
    CustomFieldAdmin admin;

    @Inject
    CustomFieldRepository fields;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listTicketFields(ListTicketFieldsQuery query) {
        Slice<CustomField> slice = fields.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(TicketFieldJson::of),
                (items, next) -> new TicketFieldPage().items(items).next(next));
    }

    @Override
    public Response createTicketField(NewTicketField body) {
        ValueType type = ValueType.valueOf(body.getType().name());
        return register.created(FIELD, () -> admin.create(body.getKey(), type, TicketFieldJson.terms(body)));
    }

    @Override
    public Response getTicketField(String ticketFieldId) {
        return register.found(FIELD, fields.get(CustomFieldId.parse(ticketFieldId)));
    }

    @Override
    public Response updateTicketField(String ticketFieldId, @Nullable String ifMatch, JsonObject body) {
        CustomFieldId id = CustomFieldId.parse(ticketFieldId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        Boolean on = body.containsKey("active") ? body.getBoolean("active") : null;
        return register.updated(
                FIELD,
                () -> fields.get(id),
                () -> admin.update(id, expected, on, terms -> TicketFieldJson.patched(terms, body)));
    }

    @Override
    public Response deleteTicketField(String ticketFieldId, @Nullable String ifMatch) {
        CustomFieldId id = CustomFieldId.parse(ticketFieldId);
        return register.removed(FIELD, () -> fields.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }
}
