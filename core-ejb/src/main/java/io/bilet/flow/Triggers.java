package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.trigger.TriggerSet;
import io.bilet.automation.trigger.TriggerSets;
import io.bilet.decision.Decision;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.StatusChanged;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Asks the triggers about what happens to a ticket, in its transaction. Every one whose condition holds acts, in their
 * order and once for each event; what they change is looked at again. A closed ticket is left alone, but for the event
 * that closes it.
 */
@ApplicationScoped
class Triggers {

    @Inject
    private TriggerSets sets;

    @Inject
    private TicketActions actions;

    /** Lets triggers act; says what each of those did whose condition held. */
    List<Decision> follow(Ticket ticket, EventFacts facts, Act act, ActionRows rows) {
        TriggerSet triggers = sets.present();
        if (triggers.isEmpty() || ticket.happenings().pending().isEmpty() || isOver(ticket)) {
            return List.of();
        }
        return new TriggerCycle(triggers, actions, ticket, facts, act, rows).run();
    }

    private static boolean isOver(Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED
                && ticket.happenings().pending().stream().noneMatch(StatusChanged.class::isInstance);
    }
}
