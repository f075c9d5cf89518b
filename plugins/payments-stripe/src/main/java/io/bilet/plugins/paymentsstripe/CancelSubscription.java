package io.bilet.plugins.paymentsstripe;

import static io.bilet.plugins.support.JsonApi.encoded;

import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.PluginStore;
import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.InputField;
import io.bilet.spi.customer.InputField.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ends a subscription, now or with the period that is paid. Stripe takes idempotency keys with POST only; that an act
 * began is kept in the plugin's store, so that a subscription found cancelled later is known to be its work.
 */
final class CancelSubscription implements CustomerAction {

    private final JsonApi api;
    private final StripeCustomers customers;
    private final PluginStore store;

    CancelSubscription(JsonApi api, StripeCustomers customers, PluginStore store) {
        this.api = api;
        this.customers = customers;
        this.store = store;
    }

    @Override
    public String name() {
        return "cancel_subscription";
    }

    @Override
    public String title() {
        return "Cancel a subscription";
    }

    @Override
    public List<InputField> fields() {
        return List.of(
                InputField.required("subscription", Kind.TEXT, "The id of the subscription, sub_…"),
                new InputField("when", Kind.CHOICE, "When it ends.", true, List.of("period_end", "now")));
    }

    @Override
    public ActionPlan rehearse(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Optional<JsonTree> found = find(request, Patience.of(request.timeout()));
        if (found.isEmpty()) {
            return new ActionPlan.Impossible("This customer has no subscription with this id.");
        }
        return isCancelled(found.get())
                ? new ActionPlan.Impossible("The subscription is cancelled already.")
                : new ActionPlan.Possible("The subscription would be cancelled.", Optional.empty());
    }

    @Override
    public ActionOutcome run(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        Optional<JsonTree> found = find(request, patience);
        if (found.isEmpty()) {
            return new ActionOutcome.Refused("This customer has no subscription with this id.");
        }
        String key = "cancel/" + request.id();
        if (isCancelled(found.get()) && store.get(key).isEmpty()) {
            return new ActionOutcome.Refused("The subscription is cancelled already.");
        }
        if (!isCancelled(found.get())) {
            store.put(key, "begun", 0);
            api.send(call(request), Set.of(200), patience);
        }
        return new ActionOutcome.Done(found.get().needed("id"), "The subscription is cancelled.");
    }

    private static Request call(ActionRequest request) {
        String path = "/v1/subscriptions/" + encoded(id(request));
        return "now".equals(request.input().get("when"))
                ? new Request("DELETE", path, Map.of(), Optional.empty())
                : Request.form("POST", path, Map.of("cancel_at_period_end", "true"))
                        .with("Idempotency-Key", "bilet-" + request.id());
    }

    /** The subscription, if it is one of this customer. */
    private Optional<JsonTree> find(ActionRequest request, Patience patience) throws FarEndUnavailable, FarEndRefused {
        List<String> ids = customers.ids(request.customer(), patience);
        return api.find("/v1/subscriptions/" + encoded(id(request)), patience)
                .filter(one -> one.text("customer").filter(ids::contains).isPresent());
    }

    private static boolean isCancelled(JsonTree subscription) {
        return subscription.truth("cancel_at_period_end")
                || subscription.text("status").filter("canceled"::equals).isPresent();
    }

    private static String id(ActionRequest request) {
        return request.input().getOrDefault("subscription", "");
    }
}
