package io.bilet.intake;

/** How far an inbound mail has come. */
public enum InboundState {
    /** Stored; not looked at yet, or to be tried again. */
    RECEIVED,
    /** It became a ticket or a comment of a person. */
    FILED,
    /** A machine wrote it; noted, on its ticket where it has one. */
    RECORDED,
    /** Set aside with a reason, for a person to decide. */
    SUSPENDED,
    /** Set aside and then discarded by a person. */
    DISCARDED
}
