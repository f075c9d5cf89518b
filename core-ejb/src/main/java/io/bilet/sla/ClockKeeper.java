package io.bilet.sla;

import static io.bilet.sla.policy.SlaMetric.FIRST_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.NEXT_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.TOTAL_RESOLUTION_TIME;

import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.TicketEvent.StatusChanged;
import io.bilet.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the clocks of a ticket in step with one change of it.
 *
 * <p>While something is owed, the resolution clock is open, and so is the first-reply clock until a human agent has
 * answered in public; what an agent opened the ticket with is no answer. From then on the oldest unanswered question
 * runs a next-reply clock; more questions do not start it anew.
 *
 * <p>Solving fulfils the resolution clock; reopening starts its next cycle, which goes on with the time the last one
 * ran. Reply clocks only rest while a ticket is solved, so that solving and reopening wins nobody time; but a
 * question that reopens the ticket replaces the one that was left unanswered. Archiving, spam and closing cancel what
 * is still open; a ticket that comes back from there without a question goes on where it was put away.
 */
final class ClockKeeper {

    private final TicketClocks clocks;
    private final List<TicketEvent> events;
    private final Standing now;
    private final SlaTerms terms;

    /**
     * @param events what happened, in order
     * @param now where the ticket stands after it
     * @param terms what applies to the ticket now
     */
    ClockKeeper(TicketClocks clocks, List<TicketEvent> events, Standing now, SlaTerms terms) {
        this.clocks = clocks;
        this.events = events;
        this.now = now;
        this.terms = terms;
    }

    void follow() {
        if (now.isLive()) {
            live();
        }
        events.forEach(this::hear);
        if (!now.isLive()) {
            settle();
        }
        clocks.open().forEach(clock -> clock.apply(terms.promise(clock.metric(), now.priority()), now.at()));
        clocks.open().forEach(this::restOrRun);
    }

    private void live() {
        if (clocks.open(TOTAL_RESOLUTION_TIME).isEmpty()) {
            goOn(TOTAL_RESOLUTION_TIME);
        }
        if (isReopened() && isAsked()) {
            clocks.open(NEXT_REPLY_TIME).ifPresent(clock -> clock.cancel(now.at(), ClockCause.REQUESTER_ASKED));
        }
        SlaMetric reply = firstReplyIsGiven() ? NEXT_REPLY_TIME : FIRST_REPLY_TIME;
        if (wasPutAway(reply) && !isAsked()) {
            goOn(reply);
        } else if (reply == FIRST_REPLY_TIME && clocks.open(reply).isEmpty()) {
            start(reply);
        }
    }

    private void hear(TicketEvent event) {
        if (!(event instanceof CommentAdded said)) {
            return;
        }
        if (said.isAgentsAnswer() && !isOpening()) {
            fulfil(FIRST_REPLY_TIME, ClockCause.AGENT_ANSWERED);
            fulfil(NEXT_REPLY_TIME, ClockCause.AGENT_ANSWERED);
        } else if (said.asksForReply() && now.isLive() && firstReplyIsGiven() && isSettled(NEXT_REPLY_TIME)) {
            start(NEXT_REPLY_TIME);
        }
    }

    private void settle() {
        if (now.folder() == Folder.SPAM) {
            cancelAll(ClockCause.SPAM);
        } else if (now.status() == TicketStatus.CLOSED) {
            cancelAll(ClockCause.CLOSED);
        } else if (now.folder() == Folder.ARCHIVE) {
            fulfil(TOTAL_RESOLUTION_TIME, ClockCause.ARCHIVED);
            cancelAll(ClockCause.ARCHIVED);
        } else {
            fulfil(TOTAL_RESOLUTION_TIME, ClockCause.SOLVED);
        }
    }

    private void restOrRun(SlaClock clock) {
        if (now.status().isSettled() || terms.rests(clock.metric(), now.status())) {
            clock.pause(now.at(), ClockCause.ofResting(now.status()));
        } else {
            clock.resume(now.at(), causeOfRunning());
        }
    }

    private void start(SlaMetric metric) {
        var promise = terms.promise(metric, now.priority());
        clocks.add(SlaClock.start(clocks.nextKey(metric), promise, now.at(), causeOfStart()));
    }

    private void goOn(SlaMetric metric) {
        Optional<SlaClock> last = clocks.latest(metric);
        if (last.isEmpty()) {
            start(metric);
        } else {
            clocks.add(last.get().goOn(terms.promise(metric, now.priority()), now.at(), causeOfStart()));
        }
    }

    private void fulfil(SlaMetric metric, ClockCause cause) {
        clocks.open(metric).ifPresent(clock -> clock.fulfil(now.at(), cause));
    }

    private void cancelAll(ClockCause cause) {
        clocks.open().forEach(clock -> clock.cancel(now.at(), cause));
    }

    private boolean isSettled(SlaMetric metric) {
        return clocks.open(metric).isEmpty();
    }

    private boolean firstReplyIsGiven() {
        return clocks.latest(FIRST_REPLY_TIME)
                .filter(clock -> clock.state() == ClockState.FULFILLED)
                .isPresent();
    }

    private boolean wasPutAway(SlaMetric metric) {
        return clocks.latest(metric)
                .flatMap(SlaClock::endCause)
                .filter(cause -> cause == ClockCause.ARCHIVED || cause == ClockCause.SPAM)
                .isPresent();
    }

    private ClockCause causeOfStart() {
        if (isOpening()) {
            return ClockCause.TICKET_OPENED;
        }
        return isAsked() ? ClockCause.REQUESTER_ASKED : ClockCause.REOPENED;
    }

    private ClockCause causeOfRunning() {
        if (isAsked()) {
            return ClockCause.REQUESTER_ASKED;
        }
        boolean moved = events.stream().anyMatch(StatusChanged.class::isInstance);
        return moved ? ClockCause.STATUS_CHANGED : ClockCause.POLICY_CHANGED;
    }

    private boolean isOpening() {
        return events.stream().anyMatch(Opened.class::isInstance);
    }

    private boolean isReopened() {
        return events.stream().anyMatch(event -> event instanceof StatusChanged moved && moved.isReopening());
    }

    private boolean isAsked() {
        return events.stream().anyMatch(event -> event instanceof CommentAdded said && said.asksForReply());
    }
}
