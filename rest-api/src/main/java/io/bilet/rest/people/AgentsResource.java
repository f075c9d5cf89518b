package io.bilet.rest.people;

import io.bilet.access.CurrentCaller;
import io.bilet.access.Permission;
import io.bilet.api.v1.AgentsApi;
import io.bilet.api.v1.model.AgentCapacity;
import io.bilet.api.v1.model.AgentPage;
import io.bilet.api.v1.model.AgentPresence;
import io.bilet.api.v1.model.AgentSkills;
import io.bilet.people.UserId;
import io.bilet.people.admin.AgentAdmin;
import io.bilet.people.team.AgentQueries;
import io.bilet.people.team.AgentRow;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Agents over HTTP. */
@ApiResource
@Path(AgentsApi.BASE_PATH)
public class AgentsResource implements AgentsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    AgentAdmin admin;

    @Inject
    AgentQueries agents;

    @Inject
    Paging paging;

    @Override
    public Response listAgents(ListAgentsQuery query) {
        Slice<AgentRow> slice =
                agents.page(AgentJson.toFilter(query), paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new AgentPage()
                        .items(slice.items().stream().map(AgentJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response getAgent(String agentId) {
        return answer(UserId.parse(agentId));
    }

    @Override
    public Response updateAgentPresence(String agentId, String ifMatch, AgentPresence body) {
        UserId id = UserId.parse(agentId);
        caller.get().requireSelfOr(Permission.AGENTS_MANAGE, id);
        admin.turn(id, Etag.optional(ifMatch), AgentJson.toPresence(body.getPresence()));
        return answer(id);
    }

    @Override
    public Response updateAgentCapacity(String agentId, String ifMatch, AgentCapacity body) {
        UserId id = UserId.parse(agentId);
        admin.holdAtMost(id, Etag.optional(ifMatch), body.getCapacity());
        return answer(id);
    }

    @Override
    public Response updateAgentSkills(String agentId, String ifMatch, AgentSkills body) {
        UserId id = UserId.parse(agentId);
        admin.know(
                id,
                Etag.optional(ifMatch),
                AgentJson.toLevels(body.getSkills()),
                AgentJson.toLanguages(body.getLanguages()));
        return answer(id);
    }

    private Response answer(UserId id) {
        AgentRow row = agents.get(id);
        return Response.ok(AgentJson.of(row))
                .tag(Etag.of(row.agent().version()))
                .build();
    }
}
