package io.bilet.extension;

import io.bilet.spi.ticket.TicketNotice;
import io.bilet.spi.ticket.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;

/** One event of a ticket's record, as plugins see it. */
record Notice(String id, String type, Instant at, TicketSnapshot ticket, int attempt, Duration timeout)
        implements TicketNotice {}
