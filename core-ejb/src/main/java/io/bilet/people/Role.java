package io.bilet.people;

/** What kind of user somebody is; decides what they may do. */
public enum Role {
    /** Configures the desk and may do everything in it. */
    ADMIN,
    /** Leads agents: sees every ticket, assigns and picks work. */
    SUPERVISOR,
    /** Answers requesters in the groups they belong to. */
    AGENT,
    /** Reads the tickets of their groups and those they are invited to, and writes internal notes; has no capacity. */
    LIGHT_AGENT,
    /** Asks for help and sees their own tickets. */
    REQUESTER,
    /** A program; may do what the scopes of its token say. */
    SERVICE;

    /** Whether the role works here, as opposed to asking for help or being a program. */
    public boolean isStaff() {
        return switch (this) {
            case ADMIN, SUPERVISOR, AGENT, LIGHT_AGENT -> true;
            case REQUESTER, SERVICE -> false;
        };
    }

    /** Whether a ticket can be given to such a user. */
    public boolean holdsTickets() {
        return this == ADMIN || this == SUPERVISOR || this == AGENT;
    }

    /** Whether somebody in this role may add, change and remove users of {@code other}. */
    public boolean decidesAbout(Role other) {
        return this == ADMIN || other == REQUESTER;
    }
}
