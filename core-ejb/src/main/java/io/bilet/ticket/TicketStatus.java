package io.bilet.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands. The names and their meaning are those agents know from other help desks. */
public enum TicketStatus {
    /** Nobody holds it yet. */
    NEW,
    /** An agent holds it and owes the next step. */
    OPEN,
    /** We wait for the requester. */
    PENDING,
    /** We wait for a third party; the requester sees it as open. */
    ON_HOLD,
    /** We believe the matter is settled; the requester may still object. */
    SOLVED,
    /** Final. A later message from the requester starts a follow-up ticket. */
    CLOSED;

    /** The only table of legal moves; no status appears in its own row. */
    public Set<TicketStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(OPEN, PENDING, ON_HOLD, SOLVED);
            case OPEN -> EnumSet.of(PENDING, ON_HOLD, SOLVED);
            case PENDING -> EnumSet.of(OPEN, ON_HOLD, SOLVED);
            case ON_HOLD -> EnumSet.of(OPEN, PENDING, SOLVED);
            case SOLVED -> EnumSet.of(OPEN, PENDING, ON_HOLD, CLOSED);
            case CLOSED -> EnumSet.noneOf(TicketStatus.class);
        };
    }

    /** Whether the requester is waiting for us: the time that requester wait measures. */
    public boolean requesterWaits() {
        return switch (this) {
            case NEW, OPEN, ON_HOLD -> true;
            case PENDING, SOLVED, CLOSED -> false;
        };
    }

    /** Whether the ticket takes up room with its assignee: somebody owes the next step now. */
    public boolean occupiesAgent() {
        return switch (this) {
            case NEW, OPEN -> true;
            case PENDING, ON_HOLD, SOLVED, CLOSED -> false;
        };
    }

    /** Whether the matter is believed to be settled. */
    public boolean isSettled() {
        return this == SOLVED || this == CLOSED;
    }
}
