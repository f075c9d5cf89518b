package io.bilet.sla;

/** Where a clock stands. Whether its promise was broken is told apart: a late answer fulfils a broken promise. */
public enum ClockState {
    /** Time counts. */
    RUNNING,
    /** Time does not count now; what is left is kept. */
    PAUSED,
    /** What was promised has happened. */
    FULFILLED,
    /** What was promised is no longer owed. */
    CANCELLED;

    /** Whether what was promised is still owed. */
    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
