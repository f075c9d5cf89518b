package io.bilet.escalation;

import io.bilet.ticket.HandoverEvent.HandedOver;
import io.bilet.ticket.HandoverEvent.ReceiptSettled;
import io.bilet.ticket.Receipt;
import io.bilet.ticket.Stay;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps the stays of tickets with groups, which end with what happens to a ticket. */
@ApplicationScoped
public class Episodes {

    @Inject
    private EpisodeRepository rows;

    /**
     * Writes down what ended in this transaction, and how; costs nothing unless something did. Where rules take a
     * ticket while it is opened, it never stayed.
     */
    public void follow(Ticket ticket) {
        List<Stay> ended = ticket.ownership().takeEnded();
        List<TicketEvent> events = ticket.happenings().pending();
        if (events.stream().anyMatch(TicketEvent.Opened.class::isInstance)) {
            return;
        }
        for (int i = 0; i < ended.size(); i++) {
            boolean last = i == ended.size() - 1;
            rows.add(ticket.id(), last ? episode(ended.get(i), events) : moved(ended.get(i)));
        }
    }

    private static Episode episode(Stay stay, List<TicketEvent> events) {
        for (TicketEvent event : events) {
            if (event instanceof Escalated escalated) {
                var escalation = escalated.escalation();
                var outcome = escalation.outcome().orElse(EpisodeOutcome.ESCALATED);
                return Episode.of(stay, outcome, escalation.reason());
            }
            if (event instanceof HandedOver given) {
                return Episode.of(stay, EpisodeOutcome.HANDED_OVER, given.to().reason());
            }
            if (event instanceof ReceiptSettled settled && settled.receipt() != Receipt.ACCEPTED) {
                return Episode.of(stay, EpisodeOutcome.RETURNED, settled.reason());
            }
        }
        return moved(stay);
    }

    private static Episode moved(Stay stay) {
        return Episode.of(stay, EpisodeOutcome.MOVED, null);
    }
}
