package io.bilet.rest.sla;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ClocksApi;
import io.bilet.api.v1.model.ClockList;
import io.bilet.flow.TicketReader;
import io.bilet.rest.http.ApiResource;
import io.bilet.sla.SlaClockRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;

/** The clocks of a ticket over HTTP. */
@ApiResource
@Path(ClocksApi.BASE_PATH)
public class ClocksResource implements ClocksApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    SlaClockRepository clocks;

    @Inject
    Clock clock;

    @Override
    public Response listClocks(String ticketId) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        Instant now = clock.instant();
        return Response.ok(new ClockList()
                        .items(clocks.of(ticket).stream()
                                .map(each -> ClockJson.of(each, now))
                                .toList()))
                .build();
    }
}
