package io.bilet.report;

import io.bilet.platform.database.Retry;
import io.bilet.platform.work.Leases;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks every second, on one node at a time, for tickets whose record has grown. */
@ApplicationScoped
public class MeasureTimer implements Recurring {

    private static final Duration LEASE_LENGTH = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    @Inject
    private MeasureLedger ledger;

    @Inject
    private Leases leases;

    @Override
    public String name() {
        return MeasureLedger.LEASE;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        while (leases.take(MeasureLedger.LEASE, LEASE_LENGTH) && Retry.of(() -> ledger.measure(BATCH)) == BATCH) {
            // The next batch waits already.
        }
    }
}
