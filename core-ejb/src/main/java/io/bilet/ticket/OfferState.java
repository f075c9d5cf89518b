package io.bilet.ticket;

/** What became of an offer. */
public enum OfferState {
    /** It waits for an answer and holds room with the agent. */
    OPEN,
    /** The agent took the ticket. */
    ACCEPTED,
    /** The agent would not. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The ticket went elsewhere meanwhile. */
    WITHDRAWN
}
