package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.people.team.Agent;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How everybody stands, as this node last saw it, corrected by what it gave out itself since.
 *
 * <p>It only proposes: the claim asks the database, so a board that is late costs a second try and never a rule.
 * Choosing marks the board at once, so that tickets opened side by side go to different agents instead of queueing
 * for one row.
 */
@ApplicationScoped
public class AgentBoard {

    /** How old the board may be when somebody is free on it. */
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    /** How old it may be when nobody is. */
    private static final long LOOK_AGAIN_AFTER_NANOS = Duration.ofMillis(50).toNanos();

    @Inject
    private StaffQueries queries;

    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile long seenAt = System.nanoTime() - LOOK_EVERY_NANOS;
    private Map<UserId, Standing> standings = new HashMap<>();

    /** Chooses an owner and marks the board with the choice. */
    Selection select(Question question, Collection<UserId> lost) {
        lookIfDue();
        Selection selection = choose(question, lost);
        if (selection.chosen().isPresent() || System.nanoTime() - seenAt < LOOK_AGAIN_AFTER_NANOS) {
            return selection;
        }
        look();
        return choose(question, lost);
    }

    /** Whom it would choose now; nothing is marked. */
    Selection look(Question question) {
        lookIfDue();
        synchronized (this) {
            return Selection.among(question, List.of(), this::standing);
        }
    }

    /** Whether it would find anybody now. */
    boolean isPossible(Question question) {
        lookIfDue();
        synchronized (this) {
            return Selection.isPossible(question, this::standing);
        }
    }

    /** How one agent stands. */
    synchronized Standing standingOf(UserId agent) {
        lookIfDue();
        return standing(agent);
    }

    /** Whether anybody of the team is online and has room. */
    boolean hasRoom(Team team) {
        lookIfDue();
        synchronized (this) {
            return team.members().stream()
                    .map(member -> standing(member.id()))
                    .anyMatch(standing -> standing.isOnline() && standing.hasRoom());
        }
    }

    /** An agent holds so much less. */
    synchronized void tookBack(UserId agent, int units) {
        standings.computeIfPresent(agent, (id, standing) -> standing.withLess(units));
    }

    void lookAgainAfter(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConfigStamp.Raised raised) {
        if (raised.area().equals(Agent.STAMP)) {
            lookAgain();
        }
    }

    /** Reads the board anew, whoever else does. */
    void lookNow() {
        look();
    }

    /** What is written on the board is not true any more. */
    void lookAgain() {
        nextLook.set(System.nanoTime());
        seenAt = System.nanoTime() - LOOK_EVERY_NANOS;
    }

    private synchronized Selection choose(Question question, Collection<UserId> lost) {
        Selection selection = Selection.among(question, lost, this::standing);
        int units = question.need().work().units();
        selection
                .chosen()
                .ifPresent(agent -> standings.computeIfPresent(
                        agent, (id, standing) -> standing.withAnother(units, question.now())));
        return selection;
    }

    private Standing standing(UserId agent) {
        return standings.getOrDefault(agent, Standing.UNKNOWN);
    }

    /** Reads the board anew if it is time; one thread does, others go on with what there is. */
    private void lookIfDue() {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
            look();
        }
    }

    /** Waits for no other thread: each may hold a connection that another needs. */
    private void look() {
        long now = System.nanoTime();
        write(queries.standings());
        seenAt = now;
    }

    private synchronized void write(Map<UserId, Standing> seen) {
        Map<UserId, Standing> known = standings;
        seen.replaceAll((agent, standing) -> standing.notIdleBefore(idleSince(known.get(agent))));
        standings = seen;
    }

    private static @Nullable Instant idleSince(@Nullable Standing standing) {
        return standing == null ? null : standing.lastAssignedAt();
    }
}
