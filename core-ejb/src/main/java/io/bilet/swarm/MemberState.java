package io.bilet.swarm;

/** Whether somebody takes part in a swarm. */
public enum MemberState {
    /** They have not said. */
    INVITED,
    /** They help. */
    ACCEPTED,
    /** They do not. */
    DECLINED
}
