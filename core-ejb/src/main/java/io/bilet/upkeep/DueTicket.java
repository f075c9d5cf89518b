package io.bilet.upkeep;

import io.bilet.ticket.TicketId;

/**
 * A ticket about which something is to be done now.
 *
 * @param key names this one thing, so that it is taken in hand once
 */
record DueTicket(String key, TicketId ticket) {}
