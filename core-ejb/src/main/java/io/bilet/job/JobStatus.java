package io.bilet.job;

/** How a job stands. */
public enum JobStatus {
    /** It has not begun. */
    QUEUED,
    /** Some of it is done. */
    RUNNING,
    /** All of it is done. */
    DONE,
    /** It was tried often enough and goes no further. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
