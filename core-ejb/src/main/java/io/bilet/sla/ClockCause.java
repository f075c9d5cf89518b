package io.bilet.sla;

import io.bilet.ticket.TicketStatus;

/** Why a clock took a step. */
public enum ClockCause {
    /** The ticket began. */
    TICKET_OPENED,
    /** The requester asked, or asked again. */
    REQUESTER_ASKED,
    /** A human agent answered in public. */
    AGENT_ANSWERED,
    /** The ticket came to wait for the requester. */
    WAITING_FOR_REQUESTER,
    /** The ticket came to wait for a third party. */
    ON_HOLD,
    /** The ticket moved to a status in which time counts. */
    STATUS_CHANGED,
    /** The ticket was solved. */
    SOLVED,
    /** The ticket came back to life without a question. */
    REOPENED,
    /** The ticket became final. */
    CLOSED,
    /** The ticket was archived. */
    ARCHIVED,
    /** The ticket turned out to be unwanted. */
    SPAM,
    /** The ticket came into another group. */
    GROUP_CHANGED,
    /** A higher tier or a swarm was asked. */
    EXPERTS_ASKED,
    /** Those who were asked answered. */
    EXPERTS_ANSWERED,
    /** Those who were asked gave the question back. */
    EXPERTS_REFUSED,
    /** The ticket has another priority. */
    PRIORITY_CHANGED,
    /** Another policy, or another version of it, applies. */
    POLICY_CHANGED,
    /** The open hours of the policy's schedule are others. */
    SCHEDULE_CHANGED,
    /** Time passed. */
    TIME_PASSED;

    static ClockCause ofResting(TicketStatus status) {
        return switch (status) {
            case PENDING -> WAITING_FOR_REQUESTER;
            case ON_HOLD -> ON_HOLD;
            case SOLVED -> SOLVED;
            case CLOSED -> CLOSED;
            case NEW, OPEN -> STATUS_CHANGED;
        };
    }
}
