package io.bilet.rest.sla;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ClockEventsApi;
import io.bilet.api.v1.model.ClockEventPage;
import io.bilet.flow.TicketReader;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.sla.ClockEventRow;
import io.bilet.sla.HolderQueries;
import io.bilet.sla.Holders;
import io.bilet.sla.SlaClockQueries;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The ledger of a ticket's clocks over HTTP. */
@ApiResource
@Path(ClockEventsApi.BASE_PATH)
public class ClockEventsResource implements ClockEventsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    SlaClockQueries clocks;

    @Inject
    HolderQueries holders;

    @Inject
    Paging paging;

    @Override
    public Response listClockEvents(String ticketId, ListClockEventsQuery query) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        int limit = paging.limit(query.limit);
        int after = paging.begin(query.cursor)
                .map(position -> Integer.parseInt(position.key()))
                .orElse(0);
        Slice<ClockEventRow> page = Slice.of(
                clocks.ledger(ticket, after, limit + 1),
                limit,
                row -> new Position(Integer.toString(row.seq()), ticket.value()));
        Holders responsible = holders.of(ticket);
        return paging.answer(
                page.map(row -> ClockJson.of(row, responsible.at(row.event().at()))),
                (items, next) -> new ClockEventPage().items(items).next(next));
    }
}
