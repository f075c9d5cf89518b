package io.bilet.rest.escalation;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.EscalationsApi;
import io.bilet.api.v1.model.EpisodeList;
import io.bilet.api.v1.model.EscalationPage;
import io.bilet.api.v1.model.NewEscalation;
import io.bilet.escalation.EpisodeRepository;
import io.bilet.escalation.EscalationRepository;
import io.bilet.flow.EscalationFlow;
import io.bilet.flow.TicketReader;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Escalations of tickets over HTTP. */
@ApiResource
@Path(EscalationsApi.BASE_PATH)
public class EscalationsResource implements EscalationsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    EscalationFlow flow;

    @Inject
    TicketReader reader;

    @Inject
    EscalationRepository escalations;

    @Inject
    EpisodeRepository episodes;

    @Inject
    Paging paging;

    @Override
    public Response createEscalation(String ticketId, @Nullable String ifMatch, NewEscalation body) {
        TicketId ticket = TicketId.parse(ticketId);
        var done = flow.escalate(caller.get(), ticket, Etag.optional(ifMatch), EscalationJson.toDemand(body));
        return Response.created(URI.create("tickets/" + ticket + "/escalations"))
                .entity(EscalationJson.of(done.escalation()))
                .tag(Etag.of(done.ticket().version()))
                .build();
    }

    @Override
    public Response listEscalations(String ticketId, ListEscalationsQuery query) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        var page = escalations.of(ticket, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(EscalationJson::of),
                (items, next) -> new EscalationPage().items(items).next(next));
    }

    @Override
    public Response listEpisodes(String ticketId) {
        Ticket ticket = reader.wholeTicket(caller.get(), TicketId.parse(ticketId));
        var stays = Stream.concat(
                episodes.of(ticket.id()).stream().map(EscalationJson::of), Stream.of(EscalationJson.present(ticket)));
        return Response.ok(new EpisodeList().items(stays.toList())).build();
    }
}
