package io.bilet.platform.work;

import java.time.Duration;

/**
 * Does the work of one queue, outside any transaction. The same item may come twice, on any node: what the work does
 * must be harmless when repeated. Implementations are CDI beans.
 */
public interface Worker {

    /** Lower-case letters and hyphens, at most 40. */
    String queue();

    /**
     * Does one item; returning means done.
     *
     * @throws Exception if it should be tried again after {@link #pause(int)}, at most {@link #attemptsMax()} times
     *     in all
     */
    void work(WorkItem item) throws Exception;

    /** How long to wait after the given failed attempt. */
    Duration pause(int attempt);

    /** How long to wait after an attempt that failed like this, where that says more than the number does. */
    default Duration pause(int attempt, Exception failure) {
        return pause(attempt);
    }

    /** After so many attempts the item is put aside for a person. */
    int attemptsMax();

    /** Longest time one item may take; another node takes over after it. */
    default Duration lease() {
        return Duration.ofSeconds(60);
    }

    /** Whether the items of one ordering id must be done one after the other, oldest first. */
    default boolean inOrder() {
        return false;
    }

    /** How many items one node does at once when there are many; at least 1. */
    default int hands() {
        return 1;
    }

    /** Whether it would take work now; what it does not take waits, and no attempt is counted. */
    default boolean isReady() {
        return true;
    }

    /** Called once when the item is put aside; may tell somebody. */
    default void putAside(WorkItem item, Exception reason) {}
}
