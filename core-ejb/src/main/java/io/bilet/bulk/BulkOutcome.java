package io.bilet.bulk;

/** What became of one ticket of a bulk change. */
public enum BulkOutcome {
    /** All of it was done. */
    CHANGED,
    /** All of it held already. */
    UNCHANGED,
    /** The caller may not, or the ticket does not allow it; nothing was done. */
    REFUSED,
    /** It was tried often enough; nothing was done. */
    FAILED
}
