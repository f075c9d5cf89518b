package io.bilet.report;

/** What one measure says about a ticket. Times are those from the beginning of something to the measure's instant. */
public enum MeasureKind {
    /** The ticket began. */
    OPENED,
    /** A human agent wrote to the requester. */
    REPLY,
    /** The first such reply; since the ticket began. */
    FIRST_REPLY,
    /** A later reply that answered a question; since the oldest one unanswered. */
    NEXT_REPLY,
    /** The ticket was solved for the first time; since it began. */
    FIRST_RESOLUTION,
    /** The ticket was solved for the last time so far; since it began. */
    FULL_RESOLUTION,
    /** By then, so long the requester waited for us or others: new, open or on hold. */
    REQUESTER_WAIT,
    /** By then, so long we owed the next step: new or open. */
    AGENT_WORK,
    /** By then, so long we waited for the requester: pending. */
    AGENT_WAIT,
    /** By then, so long others owed the next step: on hold. */
    ON_HOLD,
    /** By then, one reply was all it took. */
    ONE_TOUCH,
    /** Solved by those who got it first, and not opened again soon. */
    FIRST_CONTACT,
    /** A solved ticket was opened again. */
    REOPENED,
    /** Something promised fell due and was not done. */
    BREACH,
    /** A requester heard from us when they were told they would. */
    PROMISE_KEPT,
    /** They did not. */
    PROMISE_BROKEN
}
