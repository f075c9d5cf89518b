package io.bilet.rest.sla;

import io.bilet.api.v1.ClockChecksApi;
import io.bilet.api.v1.model.ClockCheckPage;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.WrongClock;
import io.bilet.platform.json.Wire;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.sla.ClockCheck;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Holds clocks against their ledgers over HTTP. */
@ApiResource
@Path(ClockChecksApi.BASE_PATH)
public class ClockChecksResource implements ClockChecksApi {

    @Inject
    ClockCheck check;

    @Inject
    Paging paging;

    @Override
    public Response listClockChecks(ListClockChecksQuery query) {
        int limit = paging.limit(query.limit);
        Optional<TicketId> after = paging.begin(query.cursor).map(position -> new TicketId(position.id()));
        Slice<TicketId> tickets =
                Slice.of(check.ticketsAfter(after, limit + 1), limit, ticket -> new Position("", ticket.value()));
        return Response.ok(new ClockCheckPage()
                        .items(tickets.items().stream()
                                .flatMap(ticket -> check.wrongOf(ticket).stream())
                                .map(ClockChecksResource::of)
                                .toList())
                        .checkedTickets(tickets.items().size())
                        .next(paging.next(tickets.next())))
                .build();
    }

    private static WrongClock of(ClockCheck.Wrong wrong) {
        return new WrongClock()
                .ticketId(wrong.clock().ticket().toString())
                .clockId(wrong.clock().id().toString())
                .metric(SlaMetric.fromValue(Wire.of(wrong.clock().metric())))
                .cycle(wrong.clock().cycle())
                .differences(wrong.differences());
    }
}
