package io.bilet.flow;

import org.jspecify.annotations.Nullable;

/**
 * A request for help that is to become a ticket.
 *
 * @param supportAddress the address the requester wrote to, for rules; null for other channels
 */
public record OpenTicket(
        RequesterRef requester,
        TicketDraft draft,
        NewComment comment,
        @Nullable String supportAddress) {}
