package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.condition.Facts;
import io.bilet.platform.config.Within;
import io.bilet.routing.Room;
import io.bilet.schedule.WorkingHours;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.TicketEvent.StatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Estimates when the requester can expect an answer: after the wait of the ticket's group, and then, in its schedule,
 * after the usual handling time of everything its owner holds. A snooze says it by itself.
 */
@ApplicationScoped
class Expectations {

    @Inject
    private SlaPolicies policies;

    @Inject
    private Room room;

    @Inject
    @ConfigProperty(name = "bilet.sla.handling-time", defaultValue = "PT15M")
    @Within(min = "PT0S", max = "P7D")
    Duration handlingTime;

    /** Follows what happened to the ticket, once it is clear who owns it. */
    void follow(Ticket ticket, Facts facts, Act act) {
        List<TicketEvent> events = ticket.happenings().pending();
        boolean asked = events.stream().anyMatch(Expectations::asks);
        boolean answered =
                events.stream().anyMatch(event -> event instanceof CommentAdded said && said.isAgentsAnswer());
        boolean owed = asked || (!answered && ticket.expectation().isOwed());
        if (!owed || ticket.status().isSettled() || ticket.folder() == Folder.SPAM) {
            ticket.expectation().end();
        } else if (events.stream().anyMatch(Expectations::bearsOnIt)) {
            ticket.expectation().replyBy(estimate(ticket, facts, act.at()));
        }
    }

    private static boolean asks(TicketEvent event) {
        return event instanceof Opened || (event instanceof CommentAdded said && said.asksForReply());
    }

    private static boolean bearsOnIt(TicketEvent event) {
        return asks(event)
                || event instanceof Assigned
                || event instanceof StatusChanged
                || event instanceof FieldChanged
                || event instanceof TicketEvent.Snoozed;
    }

    private @Nullable Instant estimate(Ticket ticket, Facts facts, Instant now) {
        if (ticket.folder() == Folder.SNOOZED) {
            return ticket.snoozing().promisedAt().orElse(null);
        }
        WorkingHours hours = policies.applyingTo(facts).hours();
        if (ticket.ownership().assignee().isPresent()) {
            int before = Math.max(1, room.unitsOf(ticket.ownership().assignee().get()));
            return hours.add(now, handlingTime.multipliedBy(before));
        }
        Optional<Duration> wait = room.expectedWait(ticket.ownership().group(), now);
        return wait.map(some -> hours.add(now.plus(some), handlingTime)).orElse(null);
    }
}
