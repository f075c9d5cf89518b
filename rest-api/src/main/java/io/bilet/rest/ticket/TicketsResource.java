package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.TicketsApi;
import io.bilet.api.v1.model.NewReadMark;
import io.bilet.api.v1.model.NewSnooze;
import io.bilet.api.v1.model.NewTicket;
import io.bilet.api.v1.model.ReadMark;
import io.bilet.api.v1.model.TicketAssignment;
import io.bilet.api.v1.model.TicketPage;
import io.bilet.api.v1.model.TicketStatusChange;
import io.bilet.api.v1.model.TicketTags;
import io.bilet.flow.Assignment;
import io.bilet.flow.TicketFlow;
import io.bilet.flow.TicketReader;
import io.bilet.inbox.ReadMarks;
import io.bilet.inbox.TicketQueries;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.text.Tags;
import io.bilet.platform.typed.TypedValues;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets over HTTP. */
@ApiResource
@Path(TicketsApi.BASE_PATH)
public class TicketsResource implements TicketsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketFlow flow;

    @Inject
    TicketReader reader;

    @Inject
    TicketQueries tickets;

    @Inject
    SeenTicketJson fields;

    @Inject
    ReadMarks readMarks;

    @Inject
    CommentPages comments;

    @Inject
    Paging paging;

    @Override
    public Response createTicket(NewTicket body) {
        TypedValues filledIn = fields.opening(body.getCustomFields());
        Ticket ticket = flow.open(caller.get(), TicketJson.toOpenTicket(body, caller.get(), filledIn))
                .ticket();
        return Response.created(URI.create("tickets/" + ticket.id()))
                .entity(fields.shown(ticket))
                .tag(Etag.of(ticket.version()))
                .build();
    }

    @Override
    public Response getTicket(String ticketId, GetTicketQuery query) {
        TicketReader.Seen seen = reader.get(caller.get(), TicketId.parse(ticketId));
        var json = fields.shown(seen);
        if (query.embed != null) {
            json.comments(comments.first(seen));
        }
        return Response.ok(json).tag(Etag.of(seen.ticket().version())).build();
    }

    @Override
    public Response listTickets(ListTicketsQuery query) {
        Slice<Ticket> page = tickets.page(
                caller.get(),
                fields.known(TicketListJson.toFilter(query)),
                TicketListJson.toOrder(query.sort),
                paging.begin(query.cursor),
                paging.limit(query.limit));
        return paging.answer(
                page.map(fields::shown),
                (items, next) -> new TicketPage().items(items).next(next));
    }

    @Override
    public Response updateTicket(String ticketId, @Nullable String ifMatch, JsonObject body) {
        Optional<Integer> expected = Etag.required(ifMatch);
        return answer(flow.describe(
                caller.get(),
                TicketId.parse(ticketId),
                expected,
                present -> fields.patched(TicketJson.patched(present, new Patch(body)), body)));
    }

    @Override
    public Response updateTicketStatus(String ticketId, @Nullable String ifMatch, TicketStatusChange body) {
        TicketStatus next = TicketStatus.valueOf(body.getStatus().name());
        return answer(flow.changeStatus(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch), next));
    }

    @Override
    public Response updateTicketAssignment(String ticketId, @Nullable String ifMatch, TicketAssignment body) {
        var assignment = new Assignment(
                Optional.ofNullable(body.getGroupId()).map(GroupId::parse),
                Optional.ofNullable(body.getAgentId()).map(UserId::parse));
        return answer(flow.assign(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch), assignment));
    }

    @Override
    public Response deleteTicketAssignment(String ticketId, @Nullable String ifMatch) {
        return answer(flow.unassign(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch)));
    }

    @Override
    public Response updateTicketArchive(String ticketId, @Nullable String ifMatch) {
        return answer(flow.archive(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch)));
    }

    @Override
    public Response deleteTicketArchive(String ticketId, @Nullable String ifMatch) {
        return answer(flow.unarchive(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch)));
    }

    @Override
    public Response updateTicketSnooze(String ticketId, @Nullable String ifMatch, NewSnooze body) {
        var snooze = TicketJson.toSnooze(body);
        return answer(flow.snooze(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch), snooze));
    }

    @Override
    public Response deleteTicketSnooze(String ticketId, @Nullable String ifMatch) {
        return answer(flow.endSnooze(caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch)));
    }

    @Override
    public Response updateTicketTags(String ticketId, @Nullable String ifMatch, TicketTags body) {
        var tags = Tags.normalise(body.getTags(), "/tags");
        return answer(flow.describe(
                caller.get(), TicketId.parse(ticketId), Etag.required(ifMatch), present -> present.withTags(tags)));
    }

    @Override
    public Response updateTicketReadMark(String ticketId, @Nullable String ifMatch, NewReadMark body) {
        TicketReader.Seen seen = reader.get(caller.get(), TicketId.parse(ticketId));
        var upTo = reader.comment(seen, CommentId.parse(body.getCommentId()), "/comment_id");
        readMarks.read(caller.get().userId(), seen.ticket().id(), upTo.createdAt());
        return Response.ok(new ReadMark().readAt(upTo.createdAt())).build();
    }

    private static Response answer(Ticket ticket) {
        return Response.ok(TicketJson.of(ticket)).tag(Etag.of(ticket.version())).build();
    }
}
