package io.bilet.rest.sla;

import io.bilet.api.v1.SlaPoliciesApi;
import io.bilet.api.v1.model.NewSlaPolicy;
import io.bilet.api.v1.model.SlaPolicyPage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.sla.policy.SlaPolicy;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.sla.policy.SlaPolicyId;
import io.bilet.sla.policy.SlaPolicyRepository;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** SLA policies over HTTP. */
@ApiResource
@Path(SlaPoliciesApi.BASE_PATH)
public class SlaPoliciesResource implements SlaPoliciesApi {

    @Inject
    SlaPolicyAdmin admin;

    @Inject
    SlaPolicyRepository policies;

    @Inject
    Paging paging;

    @Override
    public Response listSlaPolicies(ListSlaPoliciesQuery query) {
        Slice<SlaPolicy> page = policies.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new SlaPolicyPage()
                        .items(page.items().stream().map(SlaPolicyJson::of).toList())
                        .next(paging.next(page.next())))
                .build();
    }

    @Override
    public Response createSlaPolicy(NewSlaPolicy body) {
        SlaPolicy policy = admin.create(SlaPolicyJson.toDraft(body));
        return answer(Response.created(URI.create("sla-policies/" + policy.id())), policy);
    }

    @Override
    public Response getSlaPolicy(String slaPolicyId) {
        return answer(Response.ok(), policies.get(SlaPolicyId.parse(slaPolicyId)));
    }

    @Override
    public Response updateSlaPolicy(String slaPolicyId, @Nullable String ifMatch, JsonObject body) {
        SlaPolicy policy = admin.update(
                SlaPolicyId.parse(slaPolicyId),
                Etag.optional(ifMatch),
                present -> SlaPolicyJson.patched(present, body));
        return answer(Response.ok(), policy);
    }

    @Override
    public Response deleteSlaPolicy(String slaPolicyId, @Nullable String ifMatch) {
        admin.remove(SlaPolicyId.parse(slaPolicyId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(ResponseBuilder response, SlaPolicy policy) {
        return response.tag(Etag.of(policy.version()))
                .entity(SlaPolicyJson.of(policy))
                .build();
    }
}
