package io.bilet.schedule;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes schedules. */
@Stateless
public class ScheduleAdmin {

    @Inject
    private ScheduleRepository schedules;

    @Inject
    private ConfigStamp stamp;

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
        Schedule schedule = new Schedule(id, profile, clock.instant());
        schedules.add(schedule);
        return kept(schedule);
    }

    /**
     * Changes what is said about a schedule; clocks follow at their ticket's next event.
     *
     * @throws Conflict if the name is taken
     */
    public Schedule update(ScheduleId id, Optional<Integer> expectedVersion, UnaryOperator<ScheduleProfile> change) {
        Schedule schedule = schedules.get(id);
        schedule.requireVersion(expectedVersion);
        ScheduleProfile next = change.apply(schedule.profile());
        if (next.equals(schedule.profile())) {
            return schedule;
        }
        requireFree(next.name(), id);
        schedule.describe(next, clock.instant());
        return kept(schedule);
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
            throw new Conflict("The schedule is in use.");
        }
        stamp.raise(Schedules.AREA);
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
