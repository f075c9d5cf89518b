package io.bilet.trial;

import io.bilet.ticket.TicketId;
import jakarta.json.JsonObject;

/**
 * A finding as it is kept.
 *
 * @param difference {@code fields} and {@code clocks} that differ
 */
public record FindingRow(TicketId ticket, long number, JsonObject difference) {}
