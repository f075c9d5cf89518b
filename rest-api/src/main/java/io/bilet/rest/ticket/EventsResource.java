package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.EventsApi;
import io.bilet.api.v1.model.EventPage;
import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditQueries;
import io.bilet.flow.TicketReader;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The record of a ticket over HTTP. */
@ApiResource
@Path(EventsApi.BASE_PATH)
public class EventsResource implements EventsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    AuditQueries record;

    @Inject
    Paging paging;

    @Override
    public Response listEvents(String ticketId, ListEventsQuery query) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        int limit = paging.limit(query.limit);
        long after = paging.begin(query.cursor)
                .map(position -> Long.parseLong(position.key()))
                .orElse(0L);
        Slice<AuditEntry> page = Slice.of(
                record.of(ticket, after, limit + 1),
                limit,
                entry -> new Position(Long.toString(entry.seq()), ticket.value()));
        return paging.answer(
                page.map(EventJson::of),
                (items, next) -> new EventPage().items(items).next(next));
    }
}
