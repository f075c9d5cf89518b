package io.bilet.ticket;

/** What became of a handover. */
public enum Receipt {
    /** Whoever was given the ticket has not said yet. */
    AWAITED,
    /** They took it: in words, or by working on it. */
    ACCEPTED,
    /** They gave it back, with a reason. */
    DECLINED,
    /** They said nothing in time; it went back. */
    EXPIRED,
    /** Somebody else decided about the ticket meanwhile. */
    OVERTAKEN
}
