package io.bilet.rest.routing;

import io.bilet.api.v1.ConditionFieldsApi;
import io.bilet.api.v1.model.ConditionField;
import io.bilet.api.v1.model.ConditionFieldList;
import io.bilet.condition.Field;
import io.bilet.condition.FieldRegistry;
import io.bilet.condition.Operator;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What conditions can ask, over HTTP. */
@ApiResource
@Path(ConditionFieldsApi.BASE_PATH)
public class ConditionFieldsResource implements ConditionFieldsApi {

    @Inject
    FieldRegistry fields;

    @Override
    public Response listConditionFields() {
        return Response.ok(new ConditionFieldList()
                        .items(fields.all().stream()
                                .map(ConditionFieldsResource::field)
                                .toList()))
                .build();
    }

    private static ConditionField field(Field field) {
        return new ConditionField()
                .name(field.name())
                .type(field.type().outside())
                .operators(
                        field.type().operators().stream().map(Operator::outside).toList())
                .values(field.choices().isEmpty() ? null : field.choices())
                .description(field.description());
    }
}
