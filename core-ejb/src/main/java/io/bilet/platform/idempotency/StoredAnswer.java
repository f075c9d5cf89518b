package io.bilet.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a call, as it is kept.
 *
 * @param headers as JSON
 * @param body absent if there was none
 */
public record StoredAnswer(
        int status, String headers, @Nullable String body) {}
