package io.bilet.people;

/** What kind of thing caused a change. */
public enum ActorType {
    /** A person or a service account, through the API or by mail. */
    USER,
    /** A rule of the desk, such as a routing rule. */
    RULE,
    /** The clock or the software itself. */
    SYSTEM
}
