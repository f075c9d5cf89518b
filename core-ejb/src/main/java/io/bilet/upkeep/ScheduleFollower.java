package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.platform.database.Retry;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.Worker;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.Schedules;
import io.bilet.upkeep.AlarmQueries.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Plans running clocks anew when the hours change by which they were planned. Those it has not reached yet are planned
 * anew before anything is judged by their old plan, so it matters only for what falls due earlier than it did.
 */
@ApplicationScoped
public class ScheduleFollower implements Worker {

    private static final int PAGE = 500;

    @Inject
    AlarmQueries alarms;

    @Inject
    Schedules schedules;

    @Inject
    DutyFlow duties;

    @Inject
    Clock clock;

    @Override
    public String queue() {
        return ScheduleAdmin.CHANGES;
    }

    @Override
    public void work(WorkItem item) {
        ScheduleId schedule = ScheduleId.parse(item.payload());
        requireSeen(schedule, version(item));
        List<Planned> page = alarms.planned(schedule, Planned.FIRST, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(Planned::ticket)
                    .distinct()
                    .forEach(ticket -> Retry.run(() -> duties.soundClocks(ticket, clock.instant())));
            page = alarms.planned(schedule, page.get(page.size() - 1), PAGE);
        }
    }

    private static int version(WorkItem item) {
        return Integer.parseInt(item.key().substring(item.key().indexOf(' ') + 1));
    }

    /** What this node knows of a schedule may be a second old. */
    private void requireSeen(ScheduleId schedule, int version) {
        if (schedules.find(schedule).filter(kept -> kept.version() < version).isPresent()) {
            throw new IllegalStateException("%s is not yet known in version %d".formatted(schedule, version));
        }
    }

    /** A million clocks are planned anew in less. */
    @Override
    public Duration lease() {
        return Duration.ofHours(1);
    }

    @Override
    public int attemptsMax() {
        return 10;
    }

    @Override
    public Duration pause(int attempt) {
        return Duration.ofSeconds(2L << Math.min(attempt, 6));
    }
}
