package io.bilet.job;

import jakarta.json.JsonObject;
import java.util.Optional;

/** Does the jobs of one kind, step by step. Implementations are CDI beans. */
public interface JobTask {

    /** Lower snake case, at most 20 characters. */
    String kind();

    /**
     * Does the next step, in the transaction in which its place is kept; should take less than a second.
     *
     * @return where the step after it begins and what has come of the job by then
     */
    Step step(Job job);

    /** Removes some of what a job left behind, as much as one transaction should; says whether that was all. */
    default boolean forget(JobId job) {
        return true;
    }

    /**
     * Leaves out what could not be done at the job's place, often as it was tried, and says so in what came of it.
     *
     * @return empty if the job cannot go on without it
     */
    default Optional<Step> leaveOut(Job job) {
        return Optional.empty();
    }

    /**
     * What one step did.
     *
     * @param done how many things it did
     * @param isLast whether there is nothing left to do
     */
    record Step(String place, long done, JsonObject sums, boolean isLast) {}
}
