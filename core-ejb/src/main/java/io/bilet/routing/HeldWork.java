package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Offered;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.TicketEvent.StatusChanged;
import io.bilet.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose room a ticket takes up while it is new or open and lies in the inbox: its assignee's, or that of whom it is
 * held out to.
 */
record HeldWork(Optional<UserId> holder) {

    static HeldWork of(Ticket ticket) {
        Ownership ownership = ticket.ownership();
        return of(ownership.assignee().or(ownership::offeredTo), ticket.status(), ticket.folder());
    }

    /** Whose room it took up before the events that the ticket has not handed over yet. */
    static HeldWork before(Ticket ticket) {
        Optional<UserId> assignee = ticket.ownership().assignee();
        Optional<UserId> offeredTo = ticket.ownership().offeredTo();
        TicketStatus status = ticket.status();
        Folder folder = ticket.folder();
        List<TicketEvent> events = ticket.happenings().pending();
        for (int i = events.size() - 1; i >= 0; i--) {
            TicketEvent event = events.get(i);
            if (event instanceof Opened) {
                return new HeldWork(Optional.empty());
            } else if (event instanceof Assigned assigned) {
                assignee = user(assigned.from());
            } else if (event instanceof Offered offered) {
                offeredTo = user(offered.from());
            } else if (event instanceof StatusChanged moved) {
                status = moved.from();
            } else if (event instanceof FieldChanged change && change.field().equals("folder")) {
                folder = change.from() == null ? folder : Wire.read(Folder.class, change.from(), "folder");
            }
        }
        return of(assignee.isPresent() ? assignee : offeredTo, status, folder);
    }

    private static HeldWork of(Optional<UserId> holder, TicketStatus status, Folder folder) {
        boolean takesRoom = status.occupiesAgent() && folder == Folder.INBOX;
        return new HeldWork(takesRoom ? holder : Optional.empty());
    }

    private static Optional<UserId> user(@Nullable String outside) {
        return Optional.ofNullable(outside).map(UserId::parse);
    }
}
