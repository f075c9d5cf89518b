package io.bilet.webhook;

/** How far a delivery is. */
public enum DeliveryState {
    /** It will be tried, or tried again. */
    PENDING,

    /** The endpoint took it. */
    DELIVERED,

    /** It was given up; a replay tries again. */
    FAILED
}
