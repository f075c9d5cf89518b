package io.bilet.ticket;

/** What kind of request it is. */
public enum TicketType {
    /** Somebody wants to know something. */
    QUESTION,
    /** Something does not work for this requester. */
    INCIDENT,
    /** The cause of several incidents. */
    PROBLEM,
    /** Something is to be done by a date. */
    TASK
}
