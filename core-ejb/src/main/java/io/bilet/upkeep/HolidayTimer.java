package io.bilet.upkeep;

import io.bilet.platform.error.NotFound;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.Recurring;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks, twice a day, for public holidays that have come within sight; what it finds twice changes nothing. */
@ApplicationScoped
public class HolidayTimer implements Recurring {

    private static final System.Logger LOG = System.getLogger(HolidayTimer.class.getName());

    @Inject
    private ScheduleRepository schedules;

    @Inject
    private ScheduleAdmin admin;

    @Override
    public String name() {
        return "public-holidays";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        schedules.keepingPublicHolidays().forEach(this::lookAgain);
    }

    /** A schedule whose region is no longer known keeps the holidays it has. */
    private void lookAgain(ScheduleId schedule) {
        try {
            admin.update(schedule, Optional.empty(), UnaryOperator.identity());
        } catch (NotFound gone) {
            LOG.log(Level.DEBUG, () -> schedule + " was removed meanwhile");
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    () -> "The holidays of " + schedule + " stay as they are: " + FailureTrace.of(failure));
        }
    }
}
