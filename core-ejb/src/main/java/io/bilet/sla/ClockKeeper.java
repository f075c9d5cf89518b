package io.bilet.sla;

import static io.bilet.sla.policy.SlaMetric.AGENT_WORK_TIME;
import static io.bilet.sla.policy.SlaMetric.EXPERT_ANSWER_TIME;
import static io.bilet.sla.policy.SlaMetric.FIRST_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.GROUP_OWNERSHIP_TIME;
import static io.bilet.sla.policy.SlaMetric.NEXT_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.PAUSABLE_UPDATE_TIME;
import static io.bilet.sla.policy.SlaMetric.PERIODIC_UPDATE_TIME;
import static io.bilet.sla.policy.SlaMetric.REQUESTER_WAIT_TIME;
import static io.bilet.sla.policy.SlaMetric.TOTAL_RESOLUTION_TIME;

import io.bilet.people.GroupId;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Experts;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.Passage;
import io.bilet.ticket.TicketStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>The other metrics have a clock only while a policy promises something about them. Requester wait and agent work
 * go on like the resolution. News to the requester start and end with each public comment of a human agent, also the
 * one that opened the ticket, until it is solved. A group's clock ends when the ticket leaves the group or is solved;
 * whoever gets it then, or gets it back, starts anew. A question to a higher tier or a swarm runs a clock of its own
 * until it is answered; one at a time.
 */
final class ClockKeeper {

    private static final List<SlaMetric> UPDATES = List.of(PERIODIC_UPDATE_TIME, PAUSABLE_UPDATE_TIME);

    /** Whose time counts from the ticket's creation to its solution, over all cycles. */
    private static final List<SlaMetric> CUMULATIVE =
            List.of(TOTAL_RESOLUTION_TIME, REQUESTER_WAIT_TIME, AGENT_WORK_TIME);

    private final TicketClocks clocks;
    private final Change change;
    private final Standing now;
    private final SlaTerms terms;

    /**
     * @param events what happened, in order
     * @param now where the ticket stands after it
     * @param terms what applies to the ticket now
     */
    ClockKeeper(TicketClocks clocks, List<TicketEvent> events, Standing now, SlaTerms terms) {
        this.clocks = clocks;
        this.change = new Change(events);
        this.now = now;
        this.terms = terms;
    }

    void follow() {
        if (now.isLive()) {
            live();
        }
        change.events().forEach(this::hear);
        if (!now.isLive()) {
            settle();
        }
        own(now.isLive() ? now.group() : null);
        experts();
        clocks.open().forEach(clock -> clock.apply(terms.promise(clock.metric(), now.priority()), now.at()));
        clocks.open().forEach(this::restOrRun);
    }

    private void live() {
        CUMULATIVE.stream()
                .filter(metric -> clocks.open(metric).isEmpty() && counts(metric))
                .forEach(this::goOn);
        if (change.isReopening() && change.asks()) {
            clocks.open(NEXT_REPLY_TIME).ifPresent(clock -> clock.cancel(now.at(), ClockCause.REQUESTER_ASKED));
        }
        SlaMetric reply = firstReplyIsGiven() ? NEXT_REPLY_TIME : FIRST_REPLY_TIME;
        if (wasPutAway(reply) && !change.asks()) {
            goOn(reply);
        } else if (reply == FIRST_REPLY_TIME && clocks.open(reply).isEmpty()) {
            start(reply, change.causeOfStart());
        }
        UPDATES.stream().filter(metric -> wasPutAway(metric) && counts(metric)).forEach(this::goOn);
    }

    private void hear(TicketEvent event) {
        if (!(event instanceof CommentAdded said)) {
            return;
        }
        if (said.isAgentsAnswer()) {
            UPDATES.forEach(this::update);
            if (!change.isOpening()) {
                fulfil(FIRST_REPLY_TIME, ClockCause.AGENT_ANSWERED);
                fulfil(NEXT_REPLY_TIME, ClockCause.AGENT_ANSWERED);
            }
        } else if (said.asksForReply() && now.isLive() && firstReplyIsGiven() && isSettled(NEXT_REPLY_TIME)) {
            start(NEXT_REPLY_TIME, change.causeOfStart());
        }
    }

    private void update(SlaMetric metric) {
        fulfil(metric, ClockCause.AGENT_ANSWERED);
        if (now.isLive() && counts(metric)) {
            start(metric, change.isOpening() ? ClockCause.TICKET_OPENED : ClockCause.AGENT_ANSWERED);
        }
    }

    private void settle() {
        if (now.folder() == Folder.SPAM) {
            cancelAll(ClockCause.SPAM);
        } else if (now.status() == TicketStatus.CLOSED) {
            cancelAll(ClockCause.CLOSED);
        } else if (now.folder() == Folder.ARCHIVE) {
            solve(ClockCause.ARCHIVED);
            cancelAll(ClockCause.ARCHIVED);
        } else {
            solve(ClockCause.SOLVED);
            UPDATES.forEach(
                    metric -> clocks.open(metric).ifPresent(clock -> clock.cancel(now.at(), ClockCause.SOLVED)));
        }
    }

    private void solve(ClockCause cause) {
        CUMULATIVE.forEach(metric -> fulfil(metric, cause));
        fulfil(GROUP_OWNERSHIP_TIME, cause);
        fulfil(EXPERT_ANSWER_TIME, cause);
    }

    /** Counts how long {@code owner} has the ticket; null if no group works on it. */
    private void own(@Nullable GroupId owner) {
        clocks.open(GROUP_OWNERSHIP_TIME)
                .filter(clock -> !Objects.equals(clock.key().group(), owner))
                .ifPresent(clock -> clock.fulfil(now.at(), ClockCause.GROUP_CHANGED));
        if (owner != null && counts(GROUP_OWNERSHIP_TIME) && isSettled(GROUP_OWNERSHIP_TIME)) {
            var promise = terms.promise(GROUP_OWNERSHIP_TIME, now.priority());
            var key = clocks.nextKey(GROUP_OWNERSHIP_TIME).of(owner);
            clocks.add(SlaClock.start(key, promise, now.at(), change.causeOfOwning()));
        }
    }

    /** Counts how long those who were asked take; what a tier says on the ticket, in public or not, is its answer. */
    private void experts() {
        for (TicketEvent event : change.events()) {
            if (event instanceof CommentAdded said && said.author() == AuthorRole.AGENT) {
                asked(Experts.TIER).ifPresent(clock -> clock.fulfil(now.at(), ClockCause.EXPERTS_ANSWERED));
            } else if (event instanceof Passage passage) {
                follow(passage);
            }
        }
    }

    private void follow(Passage passage) {
        passage.answers().flatMap(this::asked).ifPresent(clock -> clock.fulfil(now.at(), ClockCause.EXPERTS_ANSWERED));
        passage.refuses().flatMap(this::asked).ifPresent(clock -> clock.cancel(now.at(), ClockCause.EXPERTS_REFUSED));
        if (passage.asks().isPresent() && now.isLive() && counts(EXPERT_ANSWER_TIME) && isSettled(EXPERT_ANSWER_TIME)) {
            boolean tier = passage.asks().get() == Experts.TIER;
            var key = clocks.nextKey(EXPERT_ANSWER_TIME);
            clocks.add(SlaClock.start(
                    tier && now.group() != null ? key.of(now.group()) : key,
                    terms.promise(EXPERT_ANSWER_TIME, now.priority()),
                    now.at(),
                    ClockCause.EXPERTS_ASKED));
        }
    }

    /** The open clock of a question to a tier, whose group it names, or to a swarm. */
    private Optional<SlaClock> asked(Experts whom) {
        return clocks.open(EXPERT_ANSWER_TIME).filter(clock -> (clock.key().group() != null) == (whom == Experts.TIER));
    }

    private void restOrRun(SlaClock clock) {
        if (now.status().isSettled() || terms.rests(clock.metric(), now.status())) {
            clock.pause(now.at(), ClockCause.ofResting(now.status()));
        } else {
            clock.resume(now.at(), change.causeOfRunning());
        }
    }

    private void start(SlaMetric metric, ClockCause cause) {
        var promise = terms.promise(metric, now.priority());
        clocks.add(SlaClock.start(clocks.nextKey(metric), promise, now.at(), cause));
    }

    private void goOn(SlaMetric metric) {
        Optional<SlaClock> last = clocks.latest(metric);
        if (last.isEmpty()) {
            start(metric, change.causeOfStart());
        } else {
            clocks.add(last.get().goOn(terms.promise(metric, now.priority()), now.at(), change.causeOfStart()));
        }
    }

    private void fulfil(SlaMetric metric, ClockCause cause) {
        clocks.open(metric).ifPresent(clock -> clock.fulfil(now.at(), cause));
    }

    private void cancelAll(ClockCause cause) {
        clocks.open().forEach(clock -> clock.cancel(now.at(), cause));
    }

    /** Whether the metric is measured: replies and the resolution always are, the others where they are promised. */
    private boolean counts(SlaMetric metric) {
        return metric == TOTAL_RESOLUTION_TIME || terms.promise(metric);
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
}
