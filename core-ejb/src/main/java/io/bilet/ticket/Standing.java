package io.bilet.ticket;

import static io.bilet.ticket.TicketStatus.CLOSED;
import static io.bilet.ticket.TicketStatus.NEW;
import static io.bilet.ticket.TicketStatus.OPEN;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where a ticket stands, in which folder it lies, and whether an answer of ours got lost. */
@Embeddable
public class Standing {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TicketStatus status = NEW;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Folder folder = Folder.INBOX;

    @Column(name = "delivery_failed", nullable = false)
    private boolean deliveryFailed;

    TicketStatus status() {
        return status;
    }

    Folder folder() {
        return folder;
    }

    boolean hasDeliveryFailed() {
        return deliveryFailed;
    }

    /** Whether somebody has held it and it is not being worked on now. */
    boolean isResting() {
        return status != NEW && status != OPEN;
    }

    /** Whether it was put away until somebody writes. */
    boolean isPutAway() {
        return folder == Folder.ARCHIVE || folder == Folder.SNOOZED;
    }

    /** Refuses what {@link TicketStatus#next()} does not list. */
    void moveTo(TicketStatus next) {
        if (!status.next().contains(next)) {
            throw new StatusMoveNotAllowed(status, next);
        }
        status = next;
    }

    void putInto(Folder next) {
        folder = next;
    }

    void deliveryFailed() {
        deliveryFailed = true;
    }

    void requireNotClosed(long number) {
        if (status == CLOSED) {
            throw new TicketClosed(number);
        }
    }
}
