package io.bilet.webhook;

import io.bilet.platform.work.Leases;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Finds out what endpoints are to be told, one node at a time; while there is none, nobody asks. */
@ApplicationScoped
public class WebhookTimer implements Recurring {

    static final String LEASE = "webhooks";

    private static final Duration LEASE_LENGTH = Duration.ofSeconds(10);
    private static final int BATCH = 200;

    @Inject
    private Leases leases;

    @Inject
    private WebhookSet set;

    @Inject
    private WebhookLedger ledger;

    @Override
    public String name() {
        return LEASE;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public void run() {
        while (!set.present().isEmpty() && leases.take(LEASE, LEASE_LENGTH) && ledger.tell(BATCH)) {
            // More waits already.
        }
    }
}
