package io.bilet.routing;

import io.bilet.ticket.TicketId;

/** A ticket that waits for an owner, and what it asks of one. */
public record WaitingRow(TicketId ticketId, Need need) {}
