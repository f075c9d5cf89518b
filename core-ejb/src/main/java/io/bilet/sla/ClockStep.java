package io.bilet.sla;

/** What a clock can do. */
public enum ClockStep {
    /** It began to run under a promise. */
    START,
    /** Another promise applies from now on, counted from the same start. */
    APPLY,
    /** It stopped counting. */
    PAUSE,
    /** It counts again. */
    RESUME,
    /** What was promised happened. */
    FULFIL,
    /** What was promised is no longer owed. */
    CANCEL,
    /** The due time passed while it ran. */
    BREACH,
    /** The due time came near. */
    WARN
}
