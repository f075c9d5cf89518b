package io.bilet.plugins.paymentsstripe;

import io.bilet.spi.customer.Customer;
import io.bilet.spi.testkit.CustomerActionContract.ActionFarEnd;
import io.bilet.spi.testkit.CustomerFactsContract.FactsFarEnd;
import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.LocalHttp;
import io.bilet.spi.testkit.LocalHttp.Answer;
import io.bilet.spi.testkit.LocalHttp.Call;
import io.bilet.spi.testkit.Requests;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A Stripe account with one customer, 101 charges on two pages, and a subscription; it answers as documented. */
final class LocalStripe implements FactsFarEnd, ActionFarEnd, AutoCloseable {

    static final String KEY = "rk_test_canary4711";
    static final String WEBHOOK_SECRET = "whsec_canary4711";

    private static final String SUBSCRIPTION = """
            {"id":"sub_1","object":"subscription","customer":"cus_1","status":"%s","cancel_at_period_end":%s,
             "current_period_end":1796083200,"currency":"eur"}""";

    private final LocalHttp http = new LocalHttp(this::answer);
    private final AtomicInteger effects = new AtomicInteger();
    private final Map<String, Answer> idempotent = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private volatile long refunded;
    private volatile boolean cancelled;
    private volatile boolean cancelledAtEnd;
    private final Map<String, String> possible;
    private final Map<String, String> impossible;

    LocalStripe(Map<String, String> possible, Map<String, String> impossible) {
        this.possible = possible;
        this.impossible = impossible;
    }

    LocalHttp http() {
        return http;
    }

    StripePlugin plugin() {
        StripePlugin plugin = new StripePlugin();
        plugin.start(FakePluginContext.of(
                "payments-stripe",
                Map.of(
                        "api_key", KEY,
                        "webhook_secret", WEBHOOK_SECRET,
                        "base_url", http.address().toString())));
        return plugin;
    }

    private Answer answer(Call call) {
        if (!("Bearer " + KEY).equals(call.headers().get("authorization"))) {
            return error(401, "invalid_request_error", "", "Invalid API Key provided.");
        }
        return Optional.ofNullable(call.headers().get("idempotency-key"))
                .filter(key -> call.method().equals("POST"))
                .map(key -> once(key, call))
                .orElseGet(() -> routed(call));
    }

    /** As Stripe does: the first answer again, and an error where the same key comes with something else. */
    private Answer once(String key, Call call) {
        String before = bodies.putIfAbsent(key, call.path() + call.body());
        if (before != null && !before.equals(call.path() + call.body())) {
            return error(400, "idempotency_error", "", "Keys can only be used with the same parameters.");
        }
        return idempotent.computeIfAbsent(key, first -> routed(call));
    }

    private Answer routed(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /v1/customers" ->
                list("ann@example.org".equals(call.query().get("email")) ? "{\"id\":\"cus_1\"}" : "", false);
            case "GET /v1/customers/cus_1" -> Answer.json(200, "{\"id\":\"cus_1\",\"email\":\"Ann@Example.org\"}");
            case "GET /v1/charges" -> charges(call);
            case "GET /v1/charges/ch_0" -> Answer.json(200, charge(0));
            case "GET /v1/charges/ch_other" -> Answer.json(200, charge(0).replace("cus_1", "cus_2"));
            case "GET /v1/invoices" ->
                list("{\"id\":\"in_1\",\"amount_due\":700,\"currency\":\"eur\",\"status\":\"open\"}", false);
            case "GET /v1/subscriptions" -> list(subscription(), false);
            case "GET /v1/subscriptions/sub_1" -> Answer.json(200, subscription());
            case "DELETE /v1/subscriptions/sub_1" -> cancel();
            case "POST /v1/subscriptions/sub_1" -> cancelAtEnd(call);
            case "POST /v1/refunds" -> refund(call);
            default -> error(404, "invalid_request_error", "resource_missing", "No such object.");
        };
    }

    private Answer charges(Call call) {
        if ("ch_99".equals(call.query().get("starting_after"))) {
            return list(charge(100), false);
        }
        StringBuilder page = new StringBuilder(charge(0));
        for (int i = 1; i < 100; i++) {
            page.append(',').append(charge(i));
        }
        return list(page.toString(), true);
    }

    private String charge(int number) {
        return """
                {"id":"ch_%d","object":"charge","customer":"cus_1","amount":1000,"amount_refunded":%d,"currency":"eur",
                 "created":%d,"paid":true,"refunded":false,"disputed":false,"status":"succeeded"}""".formatted(number, number == 0 ? refunded : 0, 1_763_000_000L - number);
    }

    private String subscription() {
        return SUBSCRIPTION.formatted(cancelled ? "canceled" : "active", cancelledAtEnd);
    }

    private synchronized Answer refund(Call call) {
        if (!call.form().getOrDefault("charge", "").equals("ch_0")) {
            return error(404, "invalid_request_error", "resource_missing", "No such charge.");
        }
        long left = 1000 - refunded;
        long amount = Long.parseLong(call.form().getOrDefault("amount", Long.toString(left)));
        if (left == 0) {
            return error(400, "invalid_request_error", "charge_already_refunded", "Charge has already been refunded.");
        }
        if (amount > left) {
            return error(400, "invalid_request_error", "", "Refund amount is greater than unrefunded amount.");
        }
        refunded += amount;
        return Answer.json(
                200,
                "{\"id\":\"re_%d\",\"object\":\"refund\",\"amount\":%d,\"currency\":\"eur\",\"status\":\"succeeded\"}"
                        .formatted(effects.incrementAndGet(), amount));
    }

    private synchronized Answer cancel() {
        if (cancelled) {
            return error(404, "invalid_request_error", "resource_missing", "No such subscription.");
        }
        cancelled = true;
        effects.incrementAndGet();
        return Answer.json(200, subscription());
    }

    private synchronized Answer cancelAtEnd(Call call) {
        if (!"true".equals(call.form().get("cancel_at_period_end"))) {
            return error(400, "invalid_request_error", "parameter_unknown", "Received unknown parameter.");
        }
        cancelledAtEnd = true;
        effects.incrementAndGet();
        return Answer.json(200, subscription());
    }

    private static Answer list(String data, boolean more) {
        return Answer.json(200, "{\"object\":\"list\",\"has_more\":%s,\"data\":[%s]}".formatted(more, data));
    }

    private static Answer error(int status, String type, String code, String message) {
        return Answer.json(
                status,
                "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}}".formatted(type, code, message));
    }

    @Override
    public Customer known() {
        return Requests.customer("Ann", "ann@example.org");
    }

    @Override
    public Customer customer() {
        return known();
    }

    @Override
    public Map<String, String> possible() {
        return possible;
    }

    @Override
    public Map<String, String> impossible() {
        return impossible;
    }

    @Override
    public int changes() {
        return effects.get();
    }

    @Override
    public int effects() {
        return effects.get();
    }

    @Override
    public void goDown() {
        http.answerAlways(error(503, "api_error", "", "Stripe is down."));
    }

    @Override
    public void comeBack() {
        http.comeBack();
    }

    @Override
    public void refuseCredentials() {
        http.answerAlways(error(401, "invalid_request_error", "api_key_expired", "Expired API Key provided."));
    }

    @Override
    public void hang() {
        http.hang();
    }

    /** Only of what changes something, or the plugin would not even begin. */
    @Override
    public void loseAnswers() {
        http.loseAnswersTo("POST DELETE");
    }

    @Override
    public void close() {
        http.close();
    }
}
