package io.bilet.escalation;

import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of one kind that were worked on in one way, so that ways are compared on like tickets.
 *
 * @param type null for tickets without one
 * @param resolved how many of them are solved
 * @param medianToSolution from creation to solution, of those; null if none is
 */
public record KindOfTicket(
        @Nullable TicketType type,
        TicketPriority priority,
        Way way,
        long tickets,
        long resolved,
        @Nullable Duration medianToSolution) {

    /** Who was asked for help. */
    public enum Way {
        /** Nobody: whoever had it went on alone. */
        ALONE,
        /** A higher tier. */
        TIER,
        /** A swarm. */
        SWARM,
        /** Both. */
        BOTH
    }
}
