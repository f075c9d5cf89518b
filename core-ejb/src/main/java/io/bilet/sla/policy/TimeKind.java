package io.bilet.sla.policy;

/** Which time counts towards a target. */
public enum TimeKind {
    /** Only while the policy's schedule is open. */
    BUSINESS,
    /** Every minute of every day. */
    CALENDAR
}
