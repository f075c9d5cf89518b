package io.bilet.fact;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known about a customer.
 *
 * @param source who says so: a program, a system, a person
 * @param observedAt when it was so
 * @param expiresAt from when on it is stale; null is never
 * @param changedAt when we heard that it was no longer as before
 * @param previous what it was before that; null if nothing was known
 */
public record CustomerFact(
        String key,
        JsonValue value,
        String source,
        Instant observedAt,
        @Nullable Instant expiresAt,
        Instant changedAt,
        @Nullable JsonValue previous) {

    public boolean isFresh(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
