package io.bilet.platform.outbox;

import io.bilet.platform.work.Leases;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Moves committed entries to their subscribers' queues, in order, one node at a time. */
@ApplicationScoped
public class OutboxRelay implements Recurring {

    static final String LEASE = "outbox-relay";

    private static final Duration LEASE_LENGTH = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    @Inject
    private Leases leases;

    @Inject
    private OutboxBatch batch;

    @Override
    public String name() {
        return LEASE;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(150);
    }

    @Override
    public void run() {
        while (leases.take(LEASE, LEASE_LENGTH) && batch.relay(BATCH) == BATCH) {
            // The next batch waits already.
        }
    }
}
