package io.bilet.platform.idempotency;

/**
 * The answer to a call.
 *
 * @param replayed whether the work was done before, by an earlier call of that key
 */
public record Answered(StoredAnswer answer, boolean replayed) {}
