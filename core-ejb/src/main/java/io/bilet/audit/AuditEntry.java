package io.bilet.audit;

import io.bilet.ticket.TicketId;
import jakarta.json.JsonObject;

/**
 * One line in the record of a ticket.
 *
 * @param seq counts up from 1 within the ticket, without gaps
 * @param type such as {@code ticket.status_changed}
 * @param data what changed: for a field its name and the values before and after
 */
public record AuditEntry(TicketId ticketId, long seq, String type, Act act, JsonObject data) {}
