package io.bilet.plugins.paymentsstripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.hook.HookNews;
import io.bilet.spi.hook.InboundHook;
import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.InboundHookContract;
import io.bilet.spi.testkit.Requests;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeEventsTest implements InboundHookContract {

    private final LocalStripe stripe = new LocalStripe(Map.of(), Map.of());
    private final InboundHook hook = stripe.plugin().inboundHooks().get(0);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void a_refund_made_at_stripe_is_news_of_that_customer() throws Exception {
        HookAnswer.Taken taken = (HookAnswer.Taken) hook.take(signed(event("charge.refunded"), FakePluginContext.NOW));

        assertThat(taken.id()).isEqualTo("evt_1");
        assertThat(taken.news()).containsExactly(new HookNews.CustomerChanged("ann@example.org"));
    }

    @Test
    void one_of_several_signatures_is_enough_while_the_secret_changes() throws Exception {
        HookCall call = signed(event("charge.refunded"), FakePluginContext.NOW);
        String header = call.header("Stripe-Signature").orElseThrow().replace(",v1=", ",v1=00ff,v0=1,v1=");

        assertThat(hook.take(Requests.hookCall(Map.of("Stripe-Signature", header), call.body(), Requests.TIMEOUT)))
                .isInstanceOf(HookAnswer.Taken.class);
    }

    @Override
    public InboundHook hook() {
        return hook;
    }

    @Override
    public Caller caller() {
        return new Stripe();
    }

    private static String event(String type) {
        return "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":{\"customer\":\"cus_1\"}}}"
                .formatted(type);
    }

    private static HookCall signed(String body, Instant at) {
        return signed(body, at, LocalStripe.WEBHOOK_SECRET);
    }

    private static HookCall signed(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            String signature =
                    HexFormat.of().formatHex(mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8)));
            String header = "t=%d,v1=%s".formatted(at.getEpochSecond(), signature);
            return Requests.hookCall(Map.of("Stripe-Signature", header), body, Requests.TIMEOUT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private record Stripe() implements Caller {

        @Override
        public String concerning() {
            return event("customer.subscription.deleted");
        }

        @Override
        public String notConcerning() {
            return event("payout.paid");
        }

        @Override
        public HookCall signed(String body, Instant at) {
            return StripeEventsTest.signed(body, at);
        }

        @Override
        public HookCall forged(String body, Instant at) {
            return StripeEventsTest.signed(body, at, "whsec_of_somebody_else");
        }

        @Override
        public HookCall unsigned(String body) {
            return Requests.hookCall(Map.of(), body, Requests.TIMEOUT);
        }
    }
}
