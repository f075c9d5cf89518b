package io.bilet.job;

import jakarta.json.JsonObject;

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
     * What one step did.
     *
     * @param done how many things it did
     * @param isLast whether there is nothing left to do
     */
    record Step(String place, long done, JsonObject sums, boolean isLast) {}
}
