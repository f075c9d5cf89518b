package io.bilet.fact;

import io.bilet.platform.error.Require;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a customer.
 *
 * @param observedAt when it was so; null is now
 * @param expiresAt from when on it is stale; null leaves that to the fact's definition
 */
public record Observation(
        JsonValue value,
        String source,
        @Nullable Instant observedAt,
        @Nullable Instant expiresAt) {

    private static final int SOURCE_LENGTH_MAX = 100;

    public Observation {
        Require.line(source, SOURCE_LENGTH_MAX, "/source");
    }
}
