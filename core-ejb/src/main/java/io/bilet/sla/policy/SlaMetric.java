package io.bilet.sla.policy;

/** What a promise is about: from when to when its clock runs. */
public enum SlaMetric {
    /** From the ticket's creation to the first public answer by a human agent; what opened the ticket is no answer. */
    FIRST_REPLY_TIME,
    /** From the oldest unanswered question after an answer to the next public answer by a human agent. */
    NEXT_REPLY_TIME,
    /** From the ticket's creation until it is solved; continues when it is reopened. */
    TOTAL_RESOLUTION_TIME;

    /** Whether its clock waits for an answer, as opposed to the ticket being solved. */
    public boolean endsWithReply() {
        return this != TOTAL_RESOLUTION_TIME;
    }
}
