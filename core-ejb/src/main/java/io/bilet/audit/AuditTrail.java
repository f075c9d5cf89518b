package io.bilet.audit;

import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Writes what happened into the record of its ticket, in the transaction in which it happened. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    private AuditRepository rows;

    /** Gives each event its number in the ticket's record; the ticket must be locked or new. */
    public List<AuditEntry> number(Ticket ticket, Act act, List<TicketEvent> events) {
        long seq = ticket.happenings().reserve(events.size());
        List<AuditEntry> entries = new ArrayList<>(events.size());
        for (TicketEvent event : events) {
            entries.add(new AuditEntry(ticket.id(), seq++, event.type(), act, event.data()));
        }
        return entries;
    }

    /** Records numbered entries, in one statement. */
    public void record(List<AuditEntry> entries) {
        if (!entries.isEmpty()) {
            rows.add(entries);
        }
    }
}
