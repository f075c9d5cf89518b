package io.bilet.sla;

import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.TicketEvent.StatusChanged;
import java.util.List;

/** What happened to a ticket in one go, as clocks hear it. */
record Change(List<TicketEvent> events) {

    boolean isOpening() {
        return events.stream().anyMatch(Opened.class::isInstance);
    }

    boolean isReopening() {
        return events.stream().anyMatch(event -> event instanceof StatusChanged moved && moved.isReopening());
    }

    /** Whether the requester now waits for an answer. */
    boolean asks() {
        return events.stream().anyMatch(event -> event instanceof CommentAdded said && said.asksForReply());
    }

    private boolean movesStatus() {
        return events.stream().anyMatch(StatusChanged.class::isInstance);
    }

    private boolean changes(String field) {
        return events.stream()
                .anyMatch(event ->
                        event instanceof FieldChanged change && change.field().equals(field));
    }

    /** Why a clock begins that follows the ticket's life. */
    ClockCause causeOfStart() {
        if (isOpening()) {
            return ClockCause.TICKET_OPENED;
        }
        if (asks()) {
            return ClockCause.REQUESTER_ASKED;
        }
        return isReopening() || changes("folder") ? ClockCause.REOPENED : ClockCause.POLICY_CHANGED;
    }

    /** Why a group's clock begins. */
    ClockCause causeOfOwning() {
        return changes("group_id") && !isOpening() ? ClockCause.GROUP_CHANGED : causeOfStart();
    }

    ClockCause causeOfRunning() {
        if (asks()) {
            return ClockCause.REQUESTER_ASKED;
        }
        return movesStatus() ? ClockCause.STATUS_CHANGED : ClockCause.POLICY_CHANGED;
    }
}
