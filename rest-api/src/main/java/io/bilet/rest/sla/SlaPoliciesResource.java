package io.bilet.rest.sla;

import io.bilet.api.v1.SlaPoliciesApi;
import io.bilet.api.v1.model.NewSlaPolicy;
import io.bilet.api.v1.model.SlaPolicyPage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.sla.policy.SlaPolicy;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.sla.policy.SlaPolicyId;
import io.bilet.sla.policy.SlaPolicyRepository;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SLA policies over HTTP. */
@ApiResource
@Path(SlaPoliciesApi.BASE_PATH)
public class SlaPoliciesResource implements SlaPoliciesApi {

    private static final Kind<SlaPolicy> POLICY =
            new Kind<>("sla_policy", "sla-policies", SlaPolicy::id, SlaPolicy::version, SlaPolicyJson::of);

    @Inject
    SlaPolicyAdmin admin;

    @Inject
    SlaPolicyRepository policies;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listSlaPolicies(ListSlaPoliciesQuery query) {
        Slice<SlaPolicy> page = policies.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(SlaPolicyJson::of),
                (items, next) -> new SlaPolicyPage().items(items).next(next));
    }

    @Override
    public Response createSlaPolicy(NewSlaPolicy body) {
        return register.created(POLICY, () -> admin.create(SlaPolicyJson.toDraft(body)));
    }

    @Override
    public Response getSlaPolicy(String slaPolicyId) {
        return register.found(POLICY, policies.get(SlaPolicyId.parse(slaPolicyId)));
    }

    @Override
    public Response updateSlaPolicy(String slaPolicyId, @Nullable String ifMatch, JsonObject body) {
        SlaPolicyId id = SlaPolicyId.parse(slaPolicyId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                POLICY,
                () -> policies.get(id),
                () -> admin.update(id, expected, present -> SlaPolicyJson.patched(present, body)));
    }

    @Override
    public Response deleteSlaPolicy(String slaPolicyId, @Nullable String ifMatch) {
        SlaPolicyId id = SlaPolicyId.parse(slaPolicyId);
        return register.removed(POLICY, () -> policies.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }
}
