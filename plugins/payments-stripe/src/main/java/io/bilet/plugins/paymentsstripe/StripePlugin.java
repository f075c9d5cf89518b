package io.bilet.plugins.paymentsstripe;

import io.bilet.plugins.support.JsonApi;
import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.hook.InboundHook;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects one Stripe account by a restricted key. */
public final class StripePlugin implements Plugin {

    /** The version of Stripe's API whose answers this plugin reads. */
    static final String API_VERSION = "2024-06-20";

    private List<CustomerFacts> facts = List.of();
    private List<CustomerAction> actions = List.of();
    private List<InboundHook> hooks = List.of();

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("api_key", Setting.Kind.SECRET, "A restricted key of the account."),
                Setting.required(
                        "webhook_secret", Setting.Kind.SECRET, "The signing secret of the webhook endpoint, whsec_…"),
                Setting.withFallback("base_url", Setting.Kind.URL, "Where Stripe's API is.", "https://api.stripe.com"),
                Setting.withFallback(
                        "dashboard_url",
                        Setting.Kind.URL,
                        "Where people work with Stripe.",
                        "https://dashboard.stripe.com"));
    }

    @Override
    public void start(PluginContext context) {
        URI base = URI.create(context.setting("base_url").orElse("https://api.stripe.com"));
        JsonApi api = new JsonApi(
                "Stripe",
                context.http(),
                base,
                Map.of("Authorization", "Bearer " + needed(context, "api_key"), "Stripe-Version", API_VERSION));
        StripeCustomers customers = new StripeCustomers(api);
        String dashboard = context.setting("dashboard_url").orElse("https://dashboard.stripe.com");
        facts = List.of(new StripeFacts(customers, dashboard));
        actions = List.of(new Refund(api, customers), new CancelSubscription(api, customers, context.store()));
        hooks = List.of(
                new StripeEvents(customers, new StripeSignature(needed(context, "webhook_secret"), context.clock())));
    }

    private static String needed(PluginContext context, String name) {
        return context.setting(name)
                .orElseThrow(() -> new IllegalArgumentException("The setting %s is missing.".formatted(name)));
    }

    @Override
    public List<CustomerFacts> customerFacts() {
        return facts;
    }

    @Override
    public List<CustomerAction> customerActions() {
        return actions;
    }

    @Override
    public List<InboundHook> inboundHooks() {
        return hooks;
    }
}
