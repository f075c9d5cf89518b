package io.bilet.rest.routing;

import io.bilet.api.v1.RoutingRulesApi;
import io.bilet.api.v1.model.NewRoutingRule;
import io.bilet.api.v1.model.RoutingRulePage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.routing.rule.RoutingRule;
import io.bilet.routing.rule.RoutingRuleAdmin;
import io.bilet.routing.rule.RoutingRuleId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routing rules over HTTP. */
@ApiResource
@Path(RoutingRulesApi.BASE_PATH)
public class RoutingRulesResource implements RoutingRulesApi {

    private static final Kind<RoutingRule> RULE =
            new Kind<>("routing_rule", "routing-rules", RoutingRule::id, RoutingRule::version, RoutingRuleJson::of);

    @Inject
    RoutingRuleAdmin rules;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createRoutingRule(NewRoutingRule body) {
        return register.created(RULE, () -> rules.create(RoutingRuleJson.toDraft(body)));
    }

    @Override
    public Response getRoutingRule(String routingRuleId) {
        return register.found(RULE, rules.get(RoutingRuleId.parse(routingRuleId)));
    }

    @Override
    public Response listRoutingRules(ListRoutingRulesQuery query) {
        Slice<RoutingRule> page = rules.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(RoutingRuleJson::of),
                (items, next) -> new RoutingRulePage().items(items).next(next));
    }

    @Override
    public Response updateRoutingRule(String routingRuleId, @Nullable String ifMatch, JsonObject body) {
        RoutingRuleId id = RoutingRuleId.parse(routingRuleId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                RULE, () -> rules.get(id), () -> rules.update(id, expected, RoutingRuleJson.toDraft(body)));
    }

    @Override
    public Response deleteRoutingRule(String routingRuleId, @Nullable String ifMatch) {
        RoutingRuleId id = RoutingRuleId.parse(routingRuleId);
        return register.removed(RULE, () -> rules.get(id), () -> rules.remove(id, Etag.optional(ifMatch)));
    }
}
