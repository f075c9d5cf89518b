package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.LinksApi;
import io.bilet.api.v1.model.LinkType;
import io.bilet.api.v1.model.NewTicketLink;
import io.bilet.api.v1.model.TicketLink;
import io.bilet.api.v1.model.TicketLinkList;
import io.bilet.api.v1.model.TicketStatus;
import io.bilet.flow.LinkFlow;
import io.bilet.flow.TicketReader;
import io.bilet.inbox.LinkQueries;
import io.bilet.inbox.LinkedTicket;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.Wire;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.ticket.LinkId;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Links between tickets, over HTTP. */
@ApiResource
@Path(LinksApi.BASE_PATH)
public class LinksResource implements LinksApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    LinkQueries queries;

    @Inject
    LinkFlow flow;

    @Override
    public Response listTicketLinks(String ticketId) {
        var links = queries.of(whole(ticketId), caller.get());
        return Response.ok(new TicketLinkList()
                        .items(links.stream().map(LinksResource::link).toList()))
                .build();
    }

    @Override
    public Response getTicketLink(String ticketId, String linkId) {
        LinkedTicket linked = queries.find(whole(ticketId), LinkId.parse(linkId), caller.get())
                .orElseThrow(() -> new NotFound("link"));
        return Response.ok(link(linked)).build();
    }

    @Override
    public Response createTicketLink(String ticketId, @Nullable String ifMatch, NewTicketLink body) {
        TicketId ticket = TicketId.parse(ticketId);
        var type = Wire.read(io.bilet.ticket.LinkType.class, body.getType().toString(), "/type");
        LinkedTicket made =
                flow.link(caller.get(), ticket, Etag.optional(ifMatch), type, TicketId.parse(body.getTicketId()));
        return Response.created(URI.create("tickets/" + ticket + "/links/" + made.link()))
                .entity(link(made))
                .build();
    }

    @Override
    public Response deleteTicketLink(String ticketId, String linkId, @Nullable String ifMatch) {
        flow.unlink(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch), LinkId.parse(linkId));
        return Response.noContent().build();
    }

    private TicketId whole(String ticketId) {
        return reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
    }

    private static TicketLink link(LinkedTicket linked) {
        return new TicketLink()
                .id(linked.link() == null ? null : linked.link().toString())
                .type(LinkType.fromValue(Wire.of(linked.type())))
                .ticketId(linked.id().toString())
                .number(linked.facet().number())
                .subject(linked.facet().subject())
                .status(TicketStatus.fromValue(Wire.of(linked.facet().status())))
                .createdAt(linked.since());
    }
}
