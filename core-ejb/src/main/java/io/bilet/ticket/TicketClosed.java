package io.bilet.ticket;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Problem;

/** A change was asked of a ticket that is final. */
public class TicketClosed extends Conflict {

    private static final long serialVersionUID = 1L;

    TicketClosed(long number) {
        super(Problem.TICKET_CLOSED, "Ticket %d is closed and cannot change.".formatted(number));
    }
}
