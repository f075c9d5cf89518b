package io.bilet.rest.swarm;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.SwarmsApi;
import io.bilet.api.v1.model.ContributionPage;
import io.bilet.api.v1.model.NewContribution;
import io.bilet.api.v1.model.NewSwarm;
import io.bilet.api.v1.model.NewSwarmInvitations;
import io.bilet.api.v1.model.SwarmAnswer;
import io.bilet.api.v1.model.SwarmEnding;
import io.bilet.api.v1.model.SwarmPage;
import io.bilet.flow.SwarmFlow;
import io.bilet.flow.TicketReader;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmId;
import io.bilet.swarm.SwarmOutcome;
import io.bilet.swarm.SwarmQueries;
import io.bilet.swarm.SwarmRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Swarms, who is in them and what they contribute, over HTTP. */
@ApiResource
@Path(SwarmsApi.BASE_PATH)
public class SwarmsResource implements SwarmsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    SwarmFlow flow;

    @Inject
    SwarmRepository swarms;

    @Inject
    SwarmQueries queries;

    @Inject
    TicketReader reader;

    @Inject
    Paging paging;

    @Override
    public Response listSwarms(ListSwarmsQuery query) {
        var filter = new SwarmQueries.Filter(
                Optional.ofNullable(query.ticketId).map(TicketId::parse),
                query.open,
                Optional.ofNullable(query.memberId).map(UserId::parse));
        var page = queries.page(caller.get(), filter, paging.begin(query.cursor), paging.limit(query.limit));
        var members = swarms.members(page.items());
        return paging.answer(
                page.map(swarm -> SwarmJson.of(swarm, members.getOrDefault(swarm.id(), List.of()))),
                (items, next) -> new SwarmPage().items(items).next(next));
    }

    @Override
    public Response createSwarm(NewSwarm body) {
        var guests = SwarmJson.toGuests(body.getAgentIds(), body.getSkills());
        try {
            Swarm swarm = flow.open(caller.get(), TicketId.parse(body.getTicketId()), body.getQuestion(), guests);
            return shown(Response.created(URI.create("swarms/" + swarm.id())), swarm);
        } catch (NotFound hidden) {
            throw InvalidInput.unknownReference("/ticket_id");
        }
    }

    @Override
    public Response getSwarm(String swarmId) {
        return shown(Response.ok(), seen(swarmId));
    }

    @Override
    public Response createSwarmInvitations(String swarmId, NewSwarmInvitations body) {
        var guests = SwarmJson.toGuests(body.getAgentIds(), body.getSkills());
        return shown(
                Response.status(Response.Status.CREATED), flow.invite(caller.get(), SwarmId.parse(swarmId), guests));
    }

    @Override
    public Response updateSwarmMember(String swarmId, String agentId, @Nullable String ifMatch, SwarmAnswer body) {
        Swarm swarm = flow.answer(
                caller.get(),
                SwarmId.parse(swarmId),
                UserId.parse(agentId),
                Etag.optional(ifMatch),
                SwarmJson.toReason(body));
        return shown(Response.ok(), swarm);
    }

    @Override
    public Response listContributions(String swarmId, ListContributionsQuery query) {
        Swarm swarm = seen(swarmId);
        var page = swarms.contributions(swarm.id(), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(SwarmJson::of),
                (items, next) -> new ContributionPage().items(items).next(next));
    }

    @Override
    public Response createContribution(String swarmId, NewContribution body) {
        var contribution =
                flow.contribute(caller.get(), SwarmId.parse(swarmId), body.getText(), SwarmJson.toSpent(body));
        return Response.status(Response.Status.CREATED)
                .entity(SwarmJson.of(contribution))
                .build();
    }

    @Override
    public Response updateSwarmOutcome(String swarmId, @Nullable String ifMatch, SwarmEnding body) {
        Swarm swarm = flow.close(
                caller.get(),
                SwarmId.parse(swarmId),
                Etag.optional(ifMatch),
                SwarmOutcome.valueOf(body.getOutcome().name()),
                body.getSummary());
        return shown(Response.ok(), swarm);
    }

    private Swarm seen(String swarmId) {
        Swarm swarm = swarms.get(SwarmId.parse(swarmId));
        reader.wholeTicket(caller.get(), swarm.ticketId());
        return swarm;
    }

    private Response shown(ResponseBuilder answer, Swarm swarm) {
        return answer.entity(SwarmJson.of(swarm, swarms.members(swarm.id())))
                .tag(Etag.of(swarm.version()))
                .build();
    }
}
