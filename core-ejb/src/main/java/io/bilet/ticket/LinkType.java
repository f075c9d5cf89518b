package io.bilet.ticket;

/** What a ticket is to another one it is linked with. */
public enum LinkType {
    RELATED,
    PARENT_OF,
    CHILD_OF,
    PROBLEM_OF,
    INCIDENT_OF,
    DUPLICATE_OF,
    DUPLICATED_BY,
    FOLLOW_UP_OF,
    FOLLOWED_UP_BY;

    /** What the other ticket is to this one. */
    public LinkType inverse() {
        return switch (this) {
            case RELATED -> RELATED;
            case PARENT_OF -> CHILD_OF;
            case CHILD_OF -> PARENT_OF;
            case PROBLEM_OF -> INCIDENT_OF;
            case INCIDENT_OF -> PROBLEM_OF;
            case DUPLICATE_OF -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATE_OF;
            case FOLLOW_UP_OF -> FOLLOWED_UP_BY;
            case FOLLOWED_UP_BY -> FOLLOW_UP_OF;
        };
    }

    /** Whether a ticket stands so to one other ticket only: it has one parent, one problem, and is a copy of one. */
    public boolean hasOne() {
        return this == CHILD_OF || this == INCIDENT_OF || this == DUPLICATE_OF;
    }
}
