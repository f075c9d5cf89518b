package io.bilet.escalation;

/** How a ticket's stay with a group ended. */
public enum EpisodeOutcome {
    /** The group could not solve it and passed it to a higher tier. */
    ESCALATED,
    /** The group did its part and gave the ticket down. */
    ANSWERED,
    /** The group gave the ticket down because it was not for that tier. */
    NOT_OURS,
    /** The group gave the ticket down because what it needed to know was missing. */
    MISSING_INFORMATION,
    /** Its owner forwarded it. */
    HANDED_OVER,
    /** It was given there by mistake and went back. */
    RETURNED,
    /** Somebody gave it to another group. */
    MOVED;

    /** Whether a ticket was handed down without the answer for which it had come. */
    public boolean isBounce() {
        return this == NOT_OURS || this == MISSING_INFORMATION;
    }
}
