package io.bilet.ticket;

/** Colleagues who are asked for an answer while the requester goes on waiting. */
public enum Experts {
    /** A higher tier, to which the ticket went. */
    TIER,
    /** A swarm, while the ticket stayed. */
    SWARM
}
