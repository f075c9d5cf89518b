package io.bilet.plugins.paymentsstripe;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.customer.Fact;
import io.bilet.spi.customer.FactSheet;
import io.bilet.spi.customer.FactValue;
import io.bilet.spi.customer.Money;
import io.bilet.spi.testkit.CustomerFactsContract;
import io.bilet.spi.testkit.HttpFarEndContract;
import io.bilet.spi.testkit.LocalHttp;
import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeFactsTest implements CustomerFactsContract, HttpFarEndContract {

    private final LocalStripe stripe = new LocalStripe(Map.of(), Map.of());
    private final CustomerFacts facts = stripe.plugin().customerFacts().get(0);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void payments_on_all_pages_invoices_and_the_subscription_are_told() throws Exception {
        FactSheet.Known sheet = (FactSheet.Known) facts.look(about(stripe.known(), TIMEOUT));

        assertThat(sheet.facts())
                .contains(
                        new Fact("paid_total", new FactValue.Amount(new Money(101_000, "EUR"))),
                        new Fact("last_charge", new FactValue.Text("ch_0")),
                        new Fact("open_invoices", new FactValue.Quantity(BigDecimal.ONE)),
                        new Fact("amount_due", new FactValue.Amount(new Money(700, "EUR"))),
                        new Fact("subscription_status", new FactValue.Text("active")));
        assertThat(stripe.http().calls())
                .allMatch(call -> StripePlugin.API_VERSION.equals(call.headers().get("stripe-version")));
    }

    @Override
    public CustomerFacts facts() {
        return facts;
    }

    @Override
    public FactsFarEnd farEnd() {
        return stripe;
    }

    @Override
    public ThrowingCallable call() {
        return () -> facts.look(about(stripe.known(), TIMEOUT));
    }

    @Override
    public LocalHttp http() {
        return stripe.http();
    }

    @Override
    public String secret() {
        return LocalStripe.KEY;
    }
}
