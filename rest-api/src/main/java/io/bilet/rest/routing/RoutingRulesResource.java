package io.bilet.rest.routing;

import io.bilet.api.v1.RoutingRulesApi;
import io.bilet.api.v1.model.NewRoutingRule;
import io.bilet.api.v1.model.RoutingRulePage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.routing.rule.RoutingRule;
import io.bilet.routing.rule.RoutingRuleAdmin;
import io.bilet.routing.rule.RoutingRuleId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Routing rules over HTTP. */
@ApiResource
@Path(RoutingRulesApi.BASE_PATH)
public class RoutingRulesResource implements RoutingRulesApi {

    @Inject
    RoutingRuleAdmin rules;

    @Inject
    Paging paging;

    @Override
    public Response createRoutingRule(NewRoutingRule body) {
        RoutingRule rule = rules.create(RoutingRuleJson.toDraft(body));
        return Response.created(URI.create("routing-rules/" + rule.id()))
                .entity(RoutingRuleJson.of(rule))
                .tag(Etag.of(rule.version()))
                .build();
    }

    @Override
    public Response getRoutingRule(String routingRuleId) {
        return answer(rules.get(RoutingRuleId.parse(routingRuleId)));
    }

    @Override
    public Response listRoutingRules(ListRoutingRulesQuery query) {
        Slice<RoutingRule> page = rules.page(paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new RoutingRulePage()
                        .items(page.items().stream().map(RoutingRuleJson::of).toList())
                        .next(paging.next(page.next())))
                .build();
    }

    @Override
    public Response updateRoutingRule(String routingRuleId, @Nullable String ifMatch, JsonObject body) {
        return answer(rules.update(
                RoutingRuleId.parse(routingRuleId), Etag.optional(ifMatch), RoutingRuleJson.toDraft(body)));
    }

    @Override
    public Response deleteRoutingRule(String routingRuleId, @Nullable String ifMatch) {
        rules.remove(RoutingRuleId.parse(routingRuleId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(RoutingRule rule) {
        return Response.ok(RoutingRuleJson.of(rule))
                .tag(Etag.of(rule.version()))
                .build();
    }
}
