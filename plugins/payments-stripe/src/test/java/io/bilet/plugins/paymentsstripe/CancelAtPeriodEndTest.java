package io.bilet.plugins.paymentsstripe;

import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.testkit.CustomerActionContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class CancelAtPeriodEndTest implements CustomerActionContract {

    private final LocalStripe stripe = new LocalStripe(
            Map.of("subscription", "sub_1", "when", "period_end"),
            Map.of("subscription", "sub_9", "when", "period_end"));
    private final CustomerAction cancel = stripe.plugin().customerActions().get(1);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Override
    public CustomerAction action() {
        return cancel;
    }

    @Override
    public ActionFarEnd farEnd() {
        return stripe;
    }
}
