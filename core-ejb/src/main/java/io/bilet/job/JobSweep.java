package io.bilet.job;

import io.bilet.platform.config.Within;
import io.bilet.platform.database.Retry;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets jobs that have long been over, with what came of them; harmless on several nodes at once. */
@ApplicationScoped
public class JobSweep implements Recurring {

    /** The next run is not far. */
    private static final int STEPS_MAX = 200;

    @Inject
    private JobLedger jobs;

    @Inject
    private JobTasks tasks;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "bilet.jobs.keep-for", defaultValue = "P30D")
    @Within(min = "P1D", max = "P3660D")
    Duration keepFor;

    @Override
    public String name() {
        return "job-sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(keepFor);
        Set<String> known = tasks.kinds();
        int steps = 0;
        while (steps < STEPS_MAX && Retry.of(() -> jobs.forget(before, known, tasks::of))) {
            steps++;
        }
    }
}
