package io.bilet.plugins.paymentsstripe;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.Money;
import io.bilet.spi.testkit.CustomerActionContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundTest implements CustomerActionContract {

    private final LocalStripe stripe =
            new LocalStripe(Map.of("charge", "ch_0", "amount", "1000"), Map.of("charge", "ch_0", "amount", "1001"));
    private final CustomerAction refund = stripe.plugin().customerActions().get(0);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void a_dry_run_says_how_much_money_it_is() throws Exception {
        assertThat(refund.rehearse(act("act-1", stripe.customer(), Map.of("charge", "ch_0"), TIMEOUT)))
                .isInstanceOfSatisfying(ActionPlan.Possible.class, plan -> assertThat(plan.amount())
                        .contains(new Money(1000, "EUR")));
    }

    @Test
    void a_part_and_then_the_rest_are_refunded_and_no_more() throws Exception {
        Map<String, String> part = Map.of("charge", "ch_0", "amount", "400", "reason", "duplicate");
        assertThat(refund.run(act("act-1", stripe.customer(), part, TIMEOUT))).isInstanceOf(ActionOutcome.Done.class);
        assertThat(refund.run(act("act-2", stripe.customer(), Map.of("charge", "ch_0"), TIMEOUT)))
                .isEqualTo(new ActionOutcome.Done("re_2", "600 of the smallest unit of EUR were refunded."));

        assertThat(refund.run(act("act-3", stripe.customer(), Map.of("charge", "ch_0"), TIMEOUT)))
                .isEqualTo(new ActionOutcome.Refused("The charge is refunded already."));
    }

    @Test
    void the_charge_of_somebody_else_is_not_refunded() throws Exception {
        assertThat(refund.run(act("act-1", stripe.customer(), Map.of("charge", "ch_other"), TIMEOUT)))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThat(stripe.effects()).isZero();
    }

    @Override
    public CustomerAction action() {
        return refund;
    }

    @Override
    public ActionFarEnd farEnd() {
        return stripe;
    }
}
