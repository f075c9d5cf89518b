package io.bilet.rest.sla;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ClocksApi;
import io.bilet.api.v1.model.ClockList;
import io.bilet.flow.TicketReader;
import io.bilet.rest.http.ApiResource;
import io.bilet.sla.ClockEvent;
import io.bilet.sla.ClockId;
import io.bilet.sla.HolderQueries;
import io.bilet.sla.Holders;
import io.bilet.sla.Responsibility;
import io.bilet.sla.SlaClockQueries;
import io.bilet.sla.SlaClockRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    SlaClockQueries ledger;

    @Inject
    HolderQueries holders;

    @Inject
    Clock clock;

    @Override
    public Response listClocks(String ticketId) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        Instant now = clock.instant();
        Map<ClockId, List<ClockEvent>> ledgers = ledger.ledgers(ticket);
        Holders responsible = holders.of(ticket);
        return Response.ok(new ClockList()
                        .items(clocks.of(ticket).stream()
                                .map(each -> ClockJson.of(
                                        each,
                                        now,
                                        Responsibility.of(
                                                ledgers.getOrDefault(each.key().id(), List.of()), responsible, now)))
                                .toList()))
                .build();
    }
}
