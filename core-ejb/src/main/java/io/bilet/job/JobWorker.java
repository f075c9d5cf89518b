package io.bilet.job;

import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leads jobs on, a few seconds each before the next one has its turn; a job that a node left, another goes on with. */
@ApplicationScoped
public class JobWorker implements Worker {

    static final String QUEUE = "jobs";

    private static final System.Logger LOG = System.getLogger(JobWorker.class.getName());

    /** Less than a node that stops waits for what it has begun. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private static final int ATTEMPTS_MAX = 5;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    private JobLedger jobs;

    @Inject
    private JobTasks tasks;

    @Inject
    private Clock clock;

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public void work(WorkItem item) {
        JobId id = id(item);
        JobTask task = tasks.of(jobs.kind(id));
        Instant end = clock.instant().plus(TURN);
        boolean more = true;
        while (more && clock.instant().isBefore(end)) {
            more = Retry.of(() -> jobs.step(id, task));
        }
        if (more) {
            Retry.run(() -> jobs.goOn(id));
        }
    }

    private static JobId id(WorkItem item) {
        return JobId.parse(item.payloadJson().getString("job_id"));
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    @Override
    public Duration pause(int attempt) {
        return PAUSE.multipliedBy(attempt);
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(Level.WARNING, () -> "gave up " + id(item) + ": " + FailureTrace.of(reason));
        JobTask task = tasks.of(jobs.kind(id(item)));
        Retry.run(() -> jobs.putAside(id(item), task));
    }
}
