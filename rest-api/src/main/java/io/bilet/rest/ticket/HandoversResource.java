package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.HandoversApi;
import io.bilet.api.v1.model.HandoverPage;
import io.bilet.api.v1.model.NewHandover;
import io.bilet.api.v1.model.NewReceipt;
import io.bilet.flow.HandoverFlow;
import io.bilet.flow.TicketReader;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.HandoverId;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Handovers over HTTP. */
@ApiResource
@Path(HandoversApi.BASE_PATH)
public class HandoversResource implements HandoversApi {

    @Inject
    CurrentCaller caller;

    @Inject
    HandoverFlow flow;

    @Inject
    TicketReader reader;

    @Inject
    HandoverRepository handovers;

    @Inject
    Paging paging;

    @Override
    public Response createHandover(String ticketId, @Nullable String ifMatch, NewHandover body) {
        TicketId ticket = TicketId.parse(ticketId);
        var done = flow.handOver(caller.get(), ticket, Etag.optional(ifMatch), HandoverJson.toTarget(body));
        return Response.created(URI.create(
                        "tickets/" + ticket + "/handovers/" + done.handover().id()))
                .entity(HandoverJson.of(done.handover()))
                .tag(Etag.of(done.ticket().version()))
                .build();
    }

    @Override
    public Response getHandover(String ticketId, String handoverId) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        return Response.ok(HandoverJson.of(handovers.get(ticket, HandoverId.parse(handoverId))))
                .build();
    }

    @Override
    public Response updateHandoverReceipt(
            String ticketId, String handoverId, @Nullable String ifMatch, NewReceipt body) {
        var done = flow.answer(
                caller.get(),
                TicketId.parse(ticketId),
                HandoverId.parse(handoverId),
                Etag.required(ifMatch),
                HandoverJson.toReply(body));
        return Response.ok(HandoverJson.of(done.handover()))
                .tag(Etag.of(done.ticket().version()))
                .build();
    }

    @Override
    public Response listHandovers(String ticketId, ListHandoversQuery query) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        var page = handovers.of(ticket, paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new HandoverPage()
                        .items(page.items().stream().map(HandoverJson::of).toList())
                        .next(paging.next(page.next())))
                .build();
    }
}
