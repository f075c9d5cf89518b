package io.bilet.platform.work;

import io.bilet.platform.telemetry.Cause;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work to be added.
 *
 * @param key unique in its queue
 * @param orderingId what it belongs to, where order matters
 */
public record NewWork(String key, @Nullable UUID orderingId, String payload, Cause cause) {

    /** Work that nobody asked for: its time has come. */
    public static NewWork due(String key, UUID orderingId, String payload) {
        return new NewWork(key, orderingId, payload, Cause.NONE);
    }
}
