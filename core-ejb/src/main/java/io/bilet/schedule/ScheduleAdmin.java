package io.bilet.schedule;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes schedules. */
@Stateless
public class ScheduleAdmin {

    /** Queue of schedules that changed, for whoever planned by them; the payload is the schedule's id. */
    public static final String CHANGES = "schedule-changes";

    @Inject
    private ScheduleRepository schedules;

    @Inject
    private HolidayFeedRepository feeds;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private WorkQueue work;

    @Inject
    private Clock clock;

    /**
     * Adds a schedule.
     *
     * @throws Conflict if the name is taken
     */
    public Schedule create(ScheduleProfile profile) {
        ScheduleId id = ScheduleId.next();
        requireFree(profile.name(), id);
        Schedule schedule = new Schedule(id, withHolidays(profile), clock.instant());
        schedules.add(schedule);
        return kept(schedule);
    }

    /**
     * Changes what is said about a schedule from now on; running clocks follow, each in its own time.
     *
     * @throws Conflict if the name is taken
     */
    public Schedule update(ScheduleId id, Optional<Integer> expectedVersion, UnaryOperator<ScheduleProfile> change) {
        Schedule schedule = schedules.get(id);
        schedule.requireVersion(expectedVersion);
        ScheduleProfile next = withHolidays(change.apply(schedule.profile()));
        if (next.equals(schedule.profile())) {
            return schedule;
        }
        requireFree(next.name(), id);
        schedule.describe(next, clock.instant());
        kept(schedule);
        work.add(CHANGES, List.of(NewWork.due(id + " " + schedule.version(), id.value(), id.toString())));
        return schedule;
    }

    /**
     * Removes a schedule; its versions stay.
     *
     * @throws Conflict if something refers to it
     */
    public void remove(ScheduleId id, Optional<Integer> expectedVersion) {
        Schedule schedule = schedules.get(id);
        schedule.requireVersion(expectedVersion);
        schedules.remove(schedule);
        try {
            schedules.flush();
        } catch (PersistenceException refused) {
            throw new Conflict("An SLA policy names this schedule.");
        }
        stamp.raise(Schedules.AREA);
    }

    private ScheduleProfile withHolidays(ScheduleProfile wanted) {
        Instant now = clock.instant();
        List<String> addresses = wanted.publicHolidays().feeds();
        feeds.watch(addresses, now);
        return wanted.withHolidaysAround(LocalDate.ofInstant(now, ZoneOffset.UTC), feeds.dates(addresses));
    }

    private void requireFree(String name, ScheduleId except) {
        if (schedules.nameIsTaken(name, except)) {
            throw new Conflict("Another schedule has this name.");
        }
    }

    private Schedule kept(Schedule schedule) {
        schedules.flush();
        schedules.keepVersion(schedule);
        stamp.raise(Schedules.AREA);
        return schedule;
    }
}
