package io.bilet.flow;

import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import java.util.Optional;

/**
 * A comment on a ticket, with the status to submit it as.
 *
 * @param expectedVersion the version the author was looking at; empty where it does not matter to them
 * @param status empty to leave the status alone
 */
public record Answer(
        TicketId ticketId, Optional<Integer> expectedVersion, NewComment comment, Optional<TicketStatus> status) {}
