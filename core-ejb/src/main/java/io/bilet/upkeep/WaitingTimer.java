package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.people.GroupId;
import io.bilet.people.team.Agent;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.Recurring;
import io.bilet.routing.Backlog;
import io.bilet.routing.Room;
import io.bilet.routing.RoomMade;
import io.bilet.routing.WaitingQueries;
import io.bilet.routing.WaitingRow;
import io.bilet.routing.WaitingWork;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Gives waiting tickets to whoever has become free: at once on the node where somebody came or finished something,
 * and on every node once a second. Two nodes share the work by skipping what the other looks at.
 */
@ApplicationScoped
public class WaitingTimer implements Recurring {

    private static final System.Logger LOG = System.getLogger(WaitingTimer.class.getName());

    /** No ticket may wait over two seconds while somebody could take it. */
    private static final long SWEEP_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int PAGE = 400;

    /** So many are placed in one transaction; others may wait for it who change what one of these agents holds. */
    private static final int TOGETHER = 20;

    /** Tickets that nobody could take are passed over up to this depth; what lies deeper waits for those before it. */
    private static final int PASSED_OVER_MAX = 5_000;

    @Inject
    private WaitingQueries waiting;

    @Inject
    private Room room;

    @Inject
    private Backlog backlog;

    @Inject
    private DutyFlow duties;

    @Inject
    private Clock clock;

    private final AtomicBoolean somethingChanged = new AtomicBoolean(true);
    private volatile long lastSweep = System.nanoTime();

    @Override
    public String name() {
        return "waiting-tickets";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(100);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (somethingChanged.getAndSet(false) || now - lastSweep >= SWEEP_EVERY_NANOS) {
            lastSweep = now;
            sweep();
        }
    }

    void roomWasMade(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomMade made) {
        somethingChanged.set(true);
    }

    void staffChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConfigStamp.Raised raised) {
        if (raised.area().equals(Agent.STAMP)) {
            somethingChanged.set(true);
        }
    }

    /** All groups together, because agents who work in several must have the first of all of them. */
    private void sweep() {
        Map<Optional<GroupId>, WaitingWork> work = waiting.groups();
        backlog.found(work);
        Set<Optional<GroupId>> groups = new HashSet<>(work.keySet());
        Set<Optional<GroupId>> left = new HashSet<>(groups);
        groups.removeIf(group -> !room.isIn(group));
        left.removeAll(groups);
        int passedOver = 0;
        boolean more = !groups.isEmpty();
        while (more && passedOver < PASSED_OVER_MAX) {
            List<WaitingRow> page = waiting.in(groups, passedOver, PAGE);
            for (int from = 0; from < page.size(); from += TOGETHER) {
                List<WaitingRow> some = page.subList(from, Math.min(from + TOGETHER, page.size()));
                Set<TicketId> placed = place(some);
                for (WaitingRow ticket : some) {
                    if (!placed.contains(ticket.ticketId())) {
                        passedOver++;
                        left.add(ticket.group());
                    }
                }
            }
            more = page.size() == PAGE && groups.stream().anyMatch(room::isIn);
        }
        if (more || !groups.stream().allMatch(room::isIn)) {
            left.addAll(groups);
        }
        backlog.left(left);
    }

    /** Places those that somebody could take. A ticket that cannot be routed keeps no other from being. */
    private Set<TicketId> place(List<WaitingRow> some) {
        Instant now = clock.instant();
        List<TicketId> placeable = some.stream()
                .filter(ticket -> room.isFor(ticket, now))
                .map(WaitingRow::ticketId)
                .toList();
        if (placeable.isEmpty()) {
            return Set.of();
        }
        try {
            return Retry.of(() -> duties.routeWaiting(placeable));
        } catch (RuntimeException oneOfThem) {
            return placeable.stream().filter(this::isPlaced).collect(Collectors.toSet());
        }
    }

    private boolean isPlaced(TicketId ticket) {
        try {
            return Retry.of(() -> !duties.routeWaiting(List.of(ticket)).isEmpty());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, () -> ticket + " could not be routed: " + FailureTrace.of(failure));
            return false;
        }
    }
}
