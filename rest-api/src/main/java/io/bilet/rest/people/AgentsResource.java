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
import io.bilet.people.team.Arrangement;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.Schedules;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Agents over HTTP. */
@ApiResource
@Path(AgentsApi.BASE_PATH)
public class AgentsResource implements AgentsApi {

    private static final Kind<AgentRow> AGENT = new Kind<>(
            "agent", "agents", row -> row.agent().id(), row -> row.agent().version(), AgentJson::of);

    @Inject
    CurrentCaller caller;

    @Inject
    AgentAdmin admin;

    @Inject
    AgentQueries agents;

    @Inject
    Schedules schedules;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listAgents(ListAgentsQuery query) {
        Slice<AgentRow> slice =
                agents.page(AgentJson.toFilter(query), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(AgentJson::of),
                (items, next) -> new AgentPage().items(items).next(next));
    }

    @Override
    public Response getAgent(String agentId) {
        return register.found(AGENT, agents.get(UserId.parse(agentId)));
    }

    @Override
    public Response updateAgentPresence(String agentId, String ifMatch, AgentPresence body) {
        UserId id = UserId.parse(agentId);
        agents.get(id); // whoever may not change it may still know that it is there
        caller.get().requireSelfOr(Permission.AGENTS_MANAGE, id);
        return change(
                id,
                () -> admin.turn(
                        id,
                        Etag.optional(ifMatch),
                        AgentJson.toPresence(body.getPresence()),
                        AgentJson.toPausedChannels(body.getPausedChannels())));
    }

    @Override
    public Response updateAgent(String agentId, String ifMatch, JsonObject body) {
        UserId id = UserId.parse(agentId);
        return change(id, () -> admin.arrange(id, Etag.optional(ifMatch), present -> known(present, new Patch(body))));
    }

    private Arrangement known(Arrangement present, Patch patch) {
        Arrangement next = AgentJson.patched(present, patch);
        UUID schedule = next.schedule();
        if (schedule != null && schedules.find(new ScheduleId(schedule)).isEmpty()) {
            throw InvalidInput.unknownReference("/schedule_id");
        }
        return next;
    }

    @Override
    public Response updateAgentCapacity(String agentId, String ifMatch, AgentCapacity body) {
        UserId id = UserId.parse(agentId);
        return change(id, () -> admin.holdAtMost(id, Etag.optional(ifMatch), body.getCapacity()));
    }

    @Override
    public Response updateAgentSkills(String agentId, String ifMatch, AgentSkills body) {
        UserId id = UserId.parse(agentId);
        return change(
                id,
                () -> admin.know(
                        id,
                        Etag.optional(ifMatch),
                        AgentJson.toLevels(body.getSkills()),
                        AgentJson.toLanguages(body.getLanguages())));
    }

    private Response change(UserId id, Runnable work) {
        return register.updated(AGENT, () -> agents.get(id), () -> {
            work.run();
            return agents.get(id);
        });
    }
}
