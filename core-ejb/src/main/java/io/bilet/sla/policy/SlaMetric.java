package io.bilet.sla.policy;

import static io.bilet.ticket.TicketStatus.ON_HOLD;
import static io.bilet.ticket.TicketStatus.PENDING;

import io.bilet.ticket.TicketStatus;

/** What a promise is about: from when to when its clock runs, and when it rests. While a ticket is solved, all rest. */
public enum SlaMetric {
    /** From the ticket's creation to the first public answer by a human agent; what opened the ticket is no answer. */
    FIRST_REPLY_TIME,
    /** From the oldest unanswered question after an answer to the next public answer by a human agent. */
    NEXT_REPLY_TIME,
    /** From each public comment by a human agent to the next; the requester is not left without news. */
    PERIODIC_UPDATE_TIME,
    /** As the periodic update, but not while it is the requester's turn. */
    PAUSABLE_UPDATE_TIME,
    /** What the requester waits for us or somebody we wait for: all time but while it is their own turn. */
    REQUESTER_WAIT_TIME,
    /** What work takes: the time in which the ticket waits for nobody but us. */
    AGENT_WORK_TIME,
    /** From the ticket's creation until it is solved; continues when it is reopened. */
    TOTAL_RESOLUTION_TIME,
    /** From when the ticket enters a group until it leaves it or is solved; each stay is counted anew. */
    GROUP_OWNERSHIP_TIME,
    /** From when a higher tier or a swarm is asked until it answers; the requester's clocks run on meanwhile. */
    EXPERT_ANSWER_TIME;

    /** Whether its clock rests in this status under every policy, because that is what the metric means. */
    public boolean restsIn(TicketStatus status) {
        return switch (this) {
            case PAUSABLE_UPDATE_TIME, REQUESTER_WAIT_TIME -> status == PENDING;
            case AGENT_WORK_TIME -> status == PENDING || status == ON_HOLD;
            case FIRST_REPLY_TIME,
                    NEXT_REPLY_TIME,
                    PERIODIC_UPDATE_TIME,
                    TOTAL_RESOLUTION_TIME,
                    GROUP_OWNERSHIP_TIME,
                    EXPERT_ANSWER_TIME -> false;
        };
    }

    /** Whether a policy may say that its clock rests in this status, which is pending or on hold. */
    public boolean mayRestIn(TicketStatus status) {
        return switch (this) {
            case FIRST_REPLY_TIME, NEXT_REPLY_TIME, PAUSABLE_UPDATE_TIME, TOTAL_RESOLUTION_TIME, GROUP_OWNERSHIP_TIME ->
                true;
            case PERIODIC_UPDATE_TIME, REQUESTER_WAIT_TIME, AGENT_WORK_TIME, EXPERT_ANSWER_TIME -> restsIn(status);
        };
    }

    /** Whether its clock waits for an answer, as opposed to the ticket being solved. */
    public boolean endsWithReply() {
        return this == FIRST_REPLY_TIME || this == NEXT_REPLY_TIME;
    }
}
