package io.bilet.ticket;

/** In which part somebody wrote a comment on this ticket. */
public enum AuthorRole {
    /** The requester, or somebody on their side. */
    REQUESTER,
    /** A human agent. */
    AGENT,
    /** Bilet itself or a rule; never counts as an agent's answer. */
    SYSTEM
}
