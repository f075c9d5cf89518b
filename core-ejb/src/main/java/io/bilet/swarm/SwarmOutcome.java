package io.bilet.swarm;

/** What came of a swarm. */
public enum SwarmOutcome {
    /** It found what solves the ticket. */
    SOLVED,
    /** It answered what was asked; there is more to do. */
    ANSWERED,
    /** It found nothing that helps. */
    NO_ANSWER
}
