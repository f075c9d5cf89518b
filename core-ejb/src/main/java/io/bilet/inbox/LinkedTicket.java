package io.bilet.inbox;

import io.bilet.ticket.LinkId;
import io.bilet.ticket.LinkType;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that another one is linked with, as it is shown there.
 *
 * @param link null for what a ticket was opened as: that it follows up another cannot be taken back
 * @param type what the ticket asked about is to this one
 */
public record LinkedTicket(@Nullable LinkId link, LinkType type, TicketId id, Facet facet, Instant since) {

    /** What is shown of a ticket where another one is looked at. */
    public record Facet(long number, String subject, TicketStatus status) {}
}
