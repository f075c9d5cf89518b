package io.bilet.feed;

import io.bilet.platform.work.Leases;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the feed less than a second behind, one node at a time. */
@ApplicationScoped
public class FeedTimer implements Recurring {

    private static final String LEASE = "change-feed";
    private static final Duration LEASE_LENGTH = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    /** The lease only spares the other nodes the asking: the order of numbers is kept by the ledger. */
    @Inject
    private Leases leases;

    @Inject
    private FeedLedger ledger;

    @Override
    public String name() {
        return LEASE;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(200);
    }

    @Override
    public void run() {
        while (leases.take(LEASE, LEASE_LENGTH) && ledger.number(BATCH) >= BATCH) {
            // More waits already.
        }
    }
}
