package io.bilet.access;

/** How much of a ticket somebody sees. */
public enum Sight {
    /** It reads as absent. */
    NONE,
    /** The ticket and its public comments. */
    PUBLIC,
    /** Everything, internal notes included. */
    FULL
}
