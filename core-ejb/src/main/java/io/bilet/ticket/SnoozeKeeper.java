package io.bilet.ticket;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.TicketEvent.CommentAdded;
import java.time.Instant;
import java.util.Optional;

/**
 * Snoozes a ticket, and keeps its promise in step with what happens to it.
 *
 * <p>A snoozed ticket comes back when its time has come, or when it is reopened before. What was promised outlasts
 * that: the first public answer by an agent keeps it, and once its time has passed it is broken, whoever notices and
 * however late. With the ticket settled nothing is owed any more, and the promise is neither kept nor broken.
 */
public final class SnoozeKeeper {

    private final Ticket ticket;
    private final Snoozing snoozing;
    private final Instant now;

    public SnoozeKeeper(Ticket ticket, Instant now) {
        this.ticket = ticket;
        this.snoozing = ticket.snoozing();
        this.now = now;
    }

    /**
     * Puts the ticket away with a promise; on one that is snoozed already, the new promise replaces the old one.
     *
     * @param hours when somebody is there to keep it
     * @throws InvalidInput if the promise has passed, leaves no time to keep it, or nobody is there at that time
     * @throws TicketClosed if the ticket is closed
     * @throws Conflict if nobody owns the ticket, or it is settled or unwanted
     */
    public void snooze(Snooze snooze, WorkingHours hours) {
        snooze.requireAheadOf(now);
        snooze.requireWithin(hours);
        follow();
        requireOwed();
        Optional<Instant> dueBefore = ticket.due().at();
        ticket.putInto(Folder.SNOOZED, now);
        snoozing.begin(snooze);
        ticket.happenings().add(new TicketEvent.Snoozed(snooze, dueBefore.orElse(null)));
        ticket.timeline().touch(now);
    }

    /** Takes the ticket back before its time; does nothing unless it is snoozed. The promise stands. */
    public void takeBack() {
        if (ticket.folder() == Folder.SNOOZED) {
            ticket.putInto(Folder.INBOX, now);
        }
    }

    /** Follows what happened to the ticket in this transaction, and the time that passed before it. */
    public void follow() {
        if (!snoozing.isUnderWay()) {
            return;
        }
        if (snoozing.returnsBy(now) || ticket.status().isSettled()) {
            takeBack();
        }
        if (ticket.folder() != Folder.SNOOZED) {
            snoozing.returned();
        }
        snoozing.promisedAt().ifPresent(this::judge);
    }

    private void judge(Instant promised) {
        if (promised.isBefore(now)) {
            ticket.happenings().add(new TicketEvent.PromiseBroken(promised));
            snoozing.promiseEnded();
        } else if (isAnswered()) {
            ticket.happenings().add(new TicketEvent.PromiseKept(promised));
            snoozing.promiseEnded();
        } else if (ticket.status().isSettled() || ticket.folder() == Folder.SPAM) {
            snoozing.promiseEnded();
        }
    }

    private boolean isAnswered() {
        return ticket.happenings().pending().stream()
                .anyMatch(event -> event instanceof CommentAdded said && said.isAgentsAnswer());
    }

    private void requireOwed() {
        if (ticket.status() == TicketStatus.SOLVED || ticket.folder() == Folder.SPAM) {
            throw new Conflict("Nothing is owed on this ticket that could be promised for later.");
        }
        if (ticket.status() != TicketStatus.CLOSED
                && ticket.ownership().assignee().isEmpty()) {
            throw new Conflict("Nobody owns this ticket who could keep the promise.");
        }
    }
}
