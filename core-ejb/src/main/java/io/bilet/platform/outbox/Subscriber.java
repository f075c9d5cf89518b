package io.bilet.platform.outbox;

import io.bilet.platform.work.Worker;

/** A worker whose queue is filled from the outbox. */
public interface Subscriber extends Worker {

    /** Whether entries of this topic are work for it. */
    boolean wants(String topic);
}
