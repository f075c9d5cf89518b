package io.bilet.sla;

import io.bilet.people.GroupId;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands after what happened, as far as clocks care. */
record Standing(
        TicketStatus status,
        Folder folder,
        TicketPriority priority,
        @Nullable GroupId group,
        Instant at) {

    static Standing of(Ticket ticket, Instant at) {
        return new Standing(
                ticket.status(),
                ticket.folder(),
                ticket.description().priority(),
                ticket.ownership().group().orElse(null),
                at);
    }

    /** Whether anything is owed to the requester. */
    boolean isLive() {
        return !status.isSettled() && folder != Folder.SPAM;
    }

    /** Why nothing falls due, should that be so; lower snake case. */
    String noDueReason() {
        if (folder == Folder.SPAM) {
            return "spam";
        }
        if (folder == Folder.ARCHIVE && status.isSettled()) {
            return "archived";
        }
        return switch (status) {
            case PENDING -> "waiting_for_requester";
            case ON_HOLD -> "on_hold";
            case SOLVED -> "solved";
            case CLOSED -> "closed";
            case NEW, OPEN -> "no_target";
        };
    }
}
