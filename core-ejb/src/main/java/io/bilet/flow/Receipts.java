package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.platform.config.Within;
import io.bilet.ticket.AwaitedReceipt;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Handover;
import io.bilet.ticket.HandoverEvent.HandedOver;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.Receipt;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.Snoozed;
import io.bilet.ticket.TicketEvent.StatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The receipts of tickets handed over: asked for, given, declined, run out, or not needed any more. */
@ApplicationScoped
class Receipts {

    @Inject
    private HandoverRepository handovers;

    @Inject
    private Ownerships ownerships;

    @Inject
    private OpeningHours hours;

    /** Open hours that whoever is given a ticket has to say whether they take it. */
    @Inject
    @ConfigProperty(name = "bilet.ticket.receipt-within", defaultValue = "PT4H")
    @Within(min = "PT1M", max = "P7D")
    Duration within;

    /** Asks whoever got the ticket; somebody who gave it to themselves has said so by that. */
    void ask(Ticket ticket, Handover handover, Act act) {
        if (handover.toAgent().equals(Optional.of(handover.by()))) {
            handover.settle(ticket, Receipt.ACCEPTED, Optional.of(handover.by()), null, act.at());
        } else {
            handover.awaitReceipt(ticket, hours.of(ticket, act.at()).add(act.at(), within));
        }
    }

    /** Whoever got the ticket takes it. */
    void accept(Ticket ticket, Handover handover, Act act) {
        handover.settle(ticket, Receipt.ACCEPTED, by(act), null, act.at());
    }

    /** Gives the ticket back to whom it came from, because whoever got it said no. */
    void decline(Ticket ticket, Handover handover, String reason, Act act) {
        handover.settle(ticket, Receipt.DECLINED, by(act), reason, act.at());
        ownerships.giveBack(ticket, handover, act);
    }

    /** Gives the ticket back if nobody has taken it in time. */
    void expire(Ticket ticket, Act act) {
        Optional<Handover> late = awaited(ticket)
                .filter(awaited -> !awaited.answerBy().isAfter(act.at()))
                .map(awaited -> handovers.get(ticket.id(), awaited.handover()));
        late.ifPresent(handover -> {
            handover.settle(ticket, Receipt.EXPIRED, Optional.empty(), null, act.at());
            ownerships.giveBack(ticket, handover, act);
        });
    }

    /**
     * Follows what happened to a ticket whose receipt is awaited: its owner's work on it is a receipt, and what
     * somebody else decides makes it needless.
     */
    void follow(Ticket ticket, Act act) {
        List<TicketEvent> events = ticket.happenings().pending();
        if (awaited(ticket).isEmpty() || events.stream().anyMatch(HandedOver.class::isInstance)) {
            return;
        }
        boolean byOwner = byOwner(ticket, act);
        if (events.stream().anyMatch(Receipts::takesItAway)) {
            end(ticket, act);
        } else if (byOwner && events.stream().anyMatch(Receipts::isWork)) {
            end(ticket, Receipt.ACCEPTED, act);
        } else if (ticket.status().isSettled() || ticket.folder() == Folder.SPAM) {
            end(ticket, Receipt.OVERTAKEN, act);
        }
    }

    /** Ends the waiting because the ticket goes elsewhere: by its owner, who thereby took it, or over their head. */
    void end(Ticket ticket, Act act) {
        end(ticket, byOwner(ticket, act) ? Receipt.ACCEPTED : Receipt.OVERTAKEN, act);
    }

    private void end(Ticket ticket, Receipt outcome, Act act) {
        awaited(ticket)
                .map(awaited -> handovers.get(ticket.id(), awaited.handover()))
                .ifPresent(handover -> handover.settle(ticket, outcome, by(act), null, act.at()));
    }

    private static Optional<AwaitedReceipt> awaited(Ticket ticket) {
        return ticket.ownership().awaitedReceipt();
    }

    private static Optional<UserId> by(Act act) {
        return Optional.ofNullable(act.actor().user());
    }

    /** Whether it was done by who owned the ticket when that began. */
    private static boolean byOwner(Ticket ticket, Act act) {
        Optional<String> owner = ticket.happenings().pending().stream()
                .filter(Receipts::takesItAway)
                .findFirst()
                .map(event -> ((Assigned) event).from())
                .or(() -> ticket.ownership().assignee().map(UserId::toString));
        return by(act).map(UserId::toString).equals(owner);
    }

    /** Routing finding the first owner in a group takes it from nobody. */
    private static boolean takesItAway(TicketEvent event) {
        return event instanceof Assigned assigned && assigned.from() != null;
    }

    private static boolean isWork(TicketEvent event) {
        return event instanceof StatusChanged
                || event instanceof Snoozed
                || (event instanceof CommentAdded said && said.isAgentsAnswer());
    }
}
