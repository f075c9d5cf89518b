package io.bilet.plugins.paymentsstripe;

import static io.bilet.plugins.support.JsonApi.encoded;

import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Reply;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.InputField;
import io.bilet.spi.customer.InputField.Kind;
import io.bilet.spi.customer.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives the money of a charge back, all that is left of it or a part. The act's id is Stripe's idempotency key: however
 * often it is asked, the money goes back once.
 */
final class Refund implements CustomerAction {

    private final JsonApi api;
    private final StripeCustomers customers;

    Refund(JsonApi api, StripeCustomers customers) {
        this.api = api;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "refund";
    }

    @Override
    public String title() {
        return "Refund a charge";
    }

    @Override
    public List<InputField> fields() {
        return List.of(
                InputField.required("charge", Kind.TEXT, "The id of the charge, ch_…"),
                InputField.optional(
                        "amount",
                        Kind.WHOLE_NUMBER,
                        "How much, in the currency's smallest unit; all that is left if absent."),
                new InputField(
                        "reason",
                        Kind.CHOICE,
                        "Why, for Stripe's records.",
                        false,
                        List.of("requested_by_customer", "duplicate", "fraudulent")));
    }

    @Override
    public ActionPlan rehearse(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        List<String> ids = customers.ids(request.customer(), patience);
        Optional<JsonTree> found =
                api.find("/v1/charges/" + encoded(request.input().getOrDefault("charge", "")), patience);
        if (found.isEmpty()
                || found.get().text("customer").filter(ids::contains).isEmpty()) {
            return new ActionPlan.Impossible("This customer has no charge with this id.");
        }
        JsonTree charge = found.get();
        long left = charge.number("amount") - charge.number("amount_refunded");
        long amount = amount(request).orElse(left);
        if (!charge.truth("paid") || left <= 0) {
            return new ActionPlan.Impossible("Nothing of this charge is left to refund.");
        }
        if (amount <= 0 || amount > left) {
            return new ActionPlan.Impossible("Only %d of the smallest unit are left to refund.".formatted(left));
        }
        Money money = StripeFacts.money(amount, charge);
        return new ActionPlan.Possible(
                "%d of the smallest unit of %s would be refunded.".formatted(amount, money.currency()),
                Optional.of(money));
    }

    /**
     * Does not rehearse again: when the answer to a first try was lost, nothing may be left to refund, and Stripe tells
     * by the key that it was this act.
     */
    @Override
    public ActionOutcome run(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        Map<String, String> form = new TreeMap<>();
        form.put("charge", request.input().getOrDefault("charge", ""));
        amount(request).ifPresent(amount -> form.put("amount", Long.toString(amount)));
        Optional.ofNullable(request.input().get("reason")).ifPresent(reason -> form.put("reason", reason));
        if (!isOfThisCustomer(request, patience)) {
            return new ActionOutcome.Refused("This customer has no charge with this id.");
        }
        Request call = Request.form("POST", "/v1/refunds", form).with("Idempotency-Key", "bilet-" + request.id());
        Reply reply = api.send(call, Set.of(200, 400, 402, 404, 409), patience);
        return switch (reply.status()) {
            case 200 -> done(reply.json());
            case 409 -> throw new FarEndUnavailable("Stripe still works on the same refund.");
            default -> refused(reply.json());
        };
    }

    private boolean isOfThisCustomer(ActionRequest request, Patience patience) throws FarEndUnavailable, FarEndRefused {
        List<String> ids = customers.ids(request.customer(), patience);
        return api.find("/v1/charges/" + encoded(request.input().getOrDefault("charge", "")), patience)
                .flatMap(charge -> charge.text("customer"))
                .filter(ids::contains)
                .isPresent();
    }

    private static ActionOutcome done(JsonTree refund) throws FarEndRefused {
        if (refund.text("status").filter("failed"::equals).isPresent()) {
            return new ActionOutcome.Refused("Stripe could not give the money back; see the refund there.");
        }
        return new ActionOutcome.Done(
                refund.needed("id"),
                "%d of the smallest unit of %s were refunded."
                        .formatted(
                                refund.number("amount"),
                                StripeFacts.money(0, refund).currency()));
    }

    private static ActionOutcome refused(JsonTree answer) throws FarEndRefused {
        if (answer.text("error", "type").filter("idempotency_error"::equals).isPresent()) {
            throw new FarEndRefused("Stripe knows another refund under this act's id.");
        }
        return new ActionOutcome.Refused(
                switch (answer.text("error", "code").orElse("")) {
                    case "charge_already_refunded" -> "The charge is refunded already.";
                    case "charge_disputed" -> "The charge is disputed; the bank decides.";
                    case "insufficient_funds", "balance_insufficient" -> "The account's balance at Stripe is too low.";
                    default -> "Stripe refused the refund; the amount may be more than is left.";
                });
    }

    private static Optional<Long> amount(ActionRequest request) {
        return Optional.ofNullable(request.input().get("amount")).map(Long::valueOf);
    }
}
