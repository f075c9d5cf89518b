package io.bilet.platform.work;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.telemetry.Cause;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that this node has leased.
 *
 * @param key stable across attempts; unique in its queue
 * @param orderingId what it belongs to, where order matters
 * @param cause what set it in motion
 * @param attempt 1 for the first; counted before the work begins, so that a crash counts
 * @param fence must still be the row's when the work is finished
 */
public record WorkItem(
        long id,
        String queue,
        String key,
        @Nullable UUID orderingId,
        String payload,
        Cause cause,
        int attempt,
        long fence) {

    public JsonObject payloadJson() {
        return StoredJson.readObject(payload);
    }
}
