package io.bilet.ticket;

/** Who may read a comment. */
public enum Visibility {
    /** Everybody on the ticket, the requester included; an agent's public comment is sent out. */
    PUBLIC,
    /** Agents only: an internal note. */
    INTERNAL
}
