package io.bilet.plugins.paymentsstripe;

import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.hook.HookNews;
import io.bilet.spi.hook.InboundHook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hears from Stripe that something changed about a customer's payments. */
final class StripeEvents implements InboundHook {

    private static final List<String> CONCERNING = List.of("charge.", "invoice.", "customer.subscription.", "refund.");

    private final StripeCustomers customers;
    private final StripeSignature signature;

    StripeEvents(StripeCustomers customers, StripeSignature signature) {
        this.customers = customers;
        this.signature = signature;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public HookAnswer take(HookCall call) throws FarEndUnavailable, FarEndRefused {
        if (!signature.isOf(call)) {
            return new HookAnswer.Refused(401, "The signature is missing, wrong or too old.");
        }
        String id;
        String type;
        Optional<String> customer;
        try {
            JsonTree event = JsonTree.object(call.body());
            id = event.needed("id");
            type = event.needed("type");
            customer = event.text("data", "object", "customer");
        } catch (FarEndRefused e) {
            return new HookAnswer.Refused(400, "This is no event.");
        }
        if (CONCERNING.stream().noneMatch(type::startsWith) || customer.isEmpty()) {
            return taken(id, List.of());
        }
        Optional<String> address = customers.address(customer.get(), Patience.of(call.timeout()));
        return taken(
                id,
                address.map(text -> new HookNews.CustomerChanged(text.toLowerCase(Locale.ROOT))).stream()
                        .map(HookNews.class::cast)
                        .toList());
    }

    private static HookAnswer taken(String id, List<HookNews> news) {
        return new HookAnswer.Taken(id, "application/json", "{\"received\":true}", news);
    }
}
