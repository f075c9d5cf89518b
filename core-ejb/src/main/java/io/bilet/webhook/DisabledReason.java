package io.bilet.webhook;

/** Why we stopped telling an endpoint. */
public enum DisabledReason {
    /** It said that it is gone for good. */
    GONE,

    /** It took nothing for five days. */
    FAILING
}
