package io.bilet.platform.outbox;

import io.bilet.platform.work.Worker;
import jakarta.json.JsonObject;

/** A worker whose queue is filled from the outbox. */
public interface Subscriber extends Worker {

    /** Whether entries of this topic are work for it. */
    boolean wants(String topic);

    /** Whether an entry of such a topic concerns it at all; asked when the entry is recorded and when it is relayed. */
    default boolean concerns(JsonObject payload) {
        return true;
    }
}
