package io.bilet.job;

import io.bilet.access.Caller;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes jobs on, leads them from step to step and ends them; one transaction per method. */
@Stateless
public class JobLedger {

    @Inject
    private JobRepository jobs;

    @Inject
    private WorkQueue work;

    @Inject
    private Clock clock;

    /** Takes a job on; it begins within a second. */
    public Job begin(Caller caller, String kind, JsonObject draft, long total) {
        var job = new Job(
                JobId.next(),
                kind,
                caller.userId(),
                JobStatus.QUEUED,
                draft,
                "",
                0,
                total,
                JsonValue.EMPTY_JSON_OBJECT,
                clock.instant(),
                null);
        jobs.add(job);
        goOn(job.id(), "");
        return job;
    }

    /**
     * A job of the caller's.
     *
     * @throws NotFound if it is not theirs
     */
    public Job get(Caller caller, JobId id) {
        Job job = jobs.get(id);
        if (!job.owner().equals(caller.userId())) {
            throw new NotFound("job");
        }
        return job;
    }

    /**
     * Ends a job of the caller's after the step that is being done; what is done stays.
     *
     * @throws NotFound if it is not theirs
     * @throws Conflict if it is over
     */
    public void cancel(Caller caller, JobId id) {
        get(caller, id);
        Job job = jobs.lock(id);
        if (job.status().isOver()) {
            throw new Conflict("This job is over.");
        }
        jobs.end(id, JobStatus.CANCELLED, clock.instant());
    }

    /** Which task does the job. */
    public String kind(JobId id) {
        return jobs.get(id).kind();
    }

    /** Does the next step of a job that is not over, and says whether there is another. */
    public boolean step(JobId id, JobTask task) {
        Job job = jobs.lock(id);
        if (job.status().isOver()) {
            return false;
        }
        JobTask.Step step = task.step(job);
        jobs.advance(id, step, clock.instant());
        return !step.isLast();
    }

    /** Lets any node go on with a job from where it is. */
    public void goOn(JobId id) {
        goOn(id, jobs.get(id).place());
    }

    private void goOn(JobId id, String place) {
        String payload =
                StoredJson.object().add("job_id", id.toString()).build().toString();
        work.add(JobWorker.QUEUE, List.of(NewWork.due(id + "@" + place, id.value(), payload)));
    }

    /**
     * Forgets some of a job that was over before then; says whether there was one.
     *
     * @param kinds what is done here; the rest is left to another node
     * @param tasks who does which kind
     */
    public boolean forget(Instant before, Set<String> kinds, Function<String, JobTask> tasks) {
        Optional<Job> old = jobs.lockEnded(before, kinds);
        old.filter(job -> tasks.apply(job.kind()).forget(job.id())).ifPresent(job -> jobs.remove(job.id()));
        return old.isPresent();
    }

    /** Goes on without what was tried often enough, or gives the job up if it cannot. */
    public void putAside(JobId id, JobTask task) {
        Job job = jobs.lock(id);
        if (job.status().isOver()) {
            return;
        }
        Optional<JobTask.Step> without = task.leaveOut(job);
        if (without.isEmpty()) {
            jobs.end(id, JobStatus.FAILED, clock.instant());
            return;
        }
        jobs.advance(id, without.get(), clock.instant());
        if (!without.get().isLast()) {
            goOn(id);
        }
    }
}
