package io.bilet.webhook;

import io.bilet.platform.config.Within;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what endpoints were told, and what other systems said, long ago. */
@ApplicationScoped
public class DeliveryTimer implements Recurring {

    private static final int BATCH = 1_000;

    @Inject
    private WebhookDeliveryLedger ledger;

    @Inject
    private InboundWebhookIntake intake;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "bilet.webhooks.keep-deliveries", defaultValue = "P30D")
    @Within(min = "P4D", max = "P366D")
    Duration keep;

    @Override
    public String name() {
        return "webhook-log";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        int gone;
        do {
            gone = ledger.forget(clock.instant().minus(keep), BATCH);
        } while (gone == BATCH);
        do {
            gone = intake.forget(BATCH);
        } while (gone == BATCH);
    }
}
