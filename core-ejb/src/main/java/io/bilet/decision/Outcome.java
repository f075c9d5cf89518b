package io.bilet.decision;

/** What came of it. */
public enum Outcome {
    /** It acted. */
    APPLIED,
    /** Its condition did not hold, or nobody could take the ticket. */
    NOT_MATCHED,
    /** Its condition held, but earlier rules had already decided all it would have. */
    SUPPRESSED,
    /** It could not be asked. */
    FAILED
}
