package io.bilet.plugins.paymentsstripe;

import static io.bilet.plugins.support.JsonApi.encoded;
import static io.bilet.spi.customer.FactType.Kind.AMOUNT;
import static io.bilet.spi.customer.FactType.Kind.FLAG;
import static io.bilet.spi.customer.FactType.Kind.MOMENT;
import static io.bilet.spi.customer.FactType.Kind.NUMBER;
import static io.bilet.spi.customer.FactType.Kind.TEXT;

import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.customer.Fact;
import io.bilet.spi.customer.FactRequest;
import io.bilet.spi.customer.FactSheet;
import io.bilet.spi.customer.FactType;
import io.bilet.spi.customer.FactValue;
import io.bilet.spi.customer.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a customer paid, owes and is subscribed to. Of several in Stripe with one address the last made one counts. */
final class StripeFacts implements CustomerFacts {

    private final StripeCustomers customers;
    private final String dashboard;

    StripeFacts(StripeCustomers customers, String dashboard) {
        this.customers = customers;
        this.dashboard = dashboard;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public List<FactType> types() {
        return List.of(
                new FactType("paid_total", AMOUNT, "What they paid in all, refunds taken off."),
                new FactType("last_charge", TEXT, "The id of their last successful charge, for a refund."),
                new FactType("last_charge_amount", AMOUNT, "What that charge was."),
                new FactType("last_charge_at", MOMENT, "When that charge was."),
                new FactType("disputed", FLAG, "Whether any of their charges is disputed."),
                new FactType("open_invoices", NUMBER, "How many invoices are open."),
                new FactType("amount_due", AMOUNT, "What is due on open invoices."),
                new FactType("subscription", TEXT, "The id of their subscription, for a cancellation."),
                new FactType("subscription_status", TEXT, "How it is with that subscription, in Stripe's words."),
                new FactType("subscription_period_end", MOMENT, "When its paid period ends."));
    }

    @Override
    public FactSheet look(FactRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        List<String> ids = customers.ids(request.customer(), patience);
        if (ids.isEmpty()) {
            return new FactSheet.Unknown();
        }
        String id = ids.get(0);
        List<Fact> facts = new ArrayList<>();
        charges(customers.all("/v1/charges?customer=" + encoded(id), patience), facts);
        invoices(customers.all("/v1/invoices?status=open&customer=" + encoded(id), patience), facts);
        subscription(customers.all("/v1/subscriptions?status=all&customer=" + encoded(id), patience), facts);
        return new FactSheet.Known(id, Optional.of(URI.create(dashboard + "/customers/" + id)), facts);
    }

    private static void charges(List<JsonTree> charges, List<Fact> facts) throws FarEndRefused {
        List<JsonTree> paid =
                charges.stream().filter(charge -> charge.truth("paid")).toList();
        facts.add(new Fact("disputed", new FactValue.Flag(paid.stream().anyMatch(one -> one.truth("disputed")))));
        if (paid.isEmpty()) {
            return;
        }
        JsonTree last = paid.get(0);
        facts.add(new Fact("last_charge", new FactValue.Text(last.needed("id"))));
        facts.add(amount("last_charge_amount", last.number("amount"), last));
        facts.add(moment("last_charge_at", last.number("created")));
        long total = 0;
        for (JsonTree charge : paid) {
            total += isOfTheSameCurrency(charge, last) ? charge.number("amount") - charge.number("amount_refunded") : 0;
        }
        facts.add(amount("paid_total", total, last));
    }

    private static void invoices(List<JsonTree> invoices, List<Fact> facts) throws FarEndRefused {
        facts.add(new Fact("open_invoices", new FactValue.Quantity(BigDecimal.valueOf(invoices.size()))));
        long due = 0;
        for (JsonTree invoice : invoices) {
            due += isOfTheSameCurrency(invoice, invoices.get(0)) ? invoice.number("amount_due") : 0;
        }
        if (!invoices.isEmpty()) {
            facts.add(amount("amount_due", due, invoices.get(0)));
        }
    }

    /** One that runs, else the last one. */
    private static void subscription(List<JsonTree> subscriptions, List<Fact> facts) throws FarEndRefused {
        Optional<JsonTree> running = subscriptions.stream()
                .filter(one -> one.text("status").filter("canceled"::equals).isEmpty())
                .findFirst()
                .or(() -> subscriptions.stream().findFirst());
        if (running.isPresent()) {
            facts.add(new Fact("subscription", new FactValue.Text(running.get().needed("id"))));
            facts.add(new Fact(
                    "subscription_status", new FactValue.Text(running.get().needed("status"))));
            facts.add(moment("subscription_period_end", running.get().number("current_period_end")));
        }
    }

    private static boolean isOfTheSameCurrency(JsonTree one, JsonTree other) throws FarEndRefused {
        return one.needed("currency").equals(other.needed("currency"));
    }

    private static Fact amount(String name, long minorUnits, JsonTree ofCurrency) throws FarEndRefused {
        return new Fact(name, new FactValue.Amount(money(minorUnits, ofCurrency)));
    }

    static Money money(long minorUnits, JsonTree ofCurrency) throws FarEndRefused {
        String currency = ofCurrency.needed("currency").toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}")) {
            throw new FarEndRefused("Stripe answered a currency that is none.");
        }
        return new Money(minorUnits, currency);
    }

    private static Fact moment(String name, long seconds) {
        return new Fact(name, new FactValue.Moment(Instant.ofEpochSecond(seconds)));
    }
}
