package io.bilet.ticket;

/** How urgent a ticket is, from the least to the most; never unset. */
public enum TicketPriority {
    /** Can wait for a quiet hour. */
    LOW,
    /** The default. */
    NORMAL,
    /** Before normal work. */
    HIGH,
    /** Before everything else. */
    URGENT
}
