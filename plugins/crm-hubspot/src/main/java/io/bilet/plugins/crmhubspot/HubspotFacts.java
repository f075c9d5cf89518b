package io.bilet.plugins.crmhubspot;

import static io.bilet.plugins.support.JsonApi.encoded;
import static io.bilet.spi.customer.FactType.Kind.MOMENT;
import static io.bilet.spi.customer.FactType.Kind.NUMBER;
import static io.bilet.spi.customer.FactType.Kind.TEXT;

import io.bilet.plugins.crmhubspot.Contacts.Contact;
import io.bilet.plugins.support.JsonApi;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What HubSpot knows of a contact, of the company it belongs to first, and of who looks after it. */
final class HubspotFacts implements CustomerFacts {

    private static final int TEXT_MAX = 500;

    /** HubSpot's number for the association of a contact with its primary company. */
    private static final String PRIMARY_COMPANY = "1";

    /** Companies of one contact that are looked through for the primary one. */
    private static final int PAGES_MAX = 5;

    private final JsonApi api;
    private final Contacts contacts;
    private final ContactLinks links;

    HubspotFacts(JsonApi api, Contacts contacts, ContactLinks links) {
        this.api = api;
        this.contacts = contacts;
        this.links = links;
    }

    @Override
    public String name() {
        return "hubspot";
    }

    @Override
    public List<FactType> types() {
        return List.of(
                new FactType("lifecycle_stage", TEXT, "How far they are as a customer, in HubSpot's words."),
                new FactType("contact_owner", TEXT, "Who looks after them."),
                new FactType("company", TEXT, "What their primary company is called."),
                new FactType("industry", TEXT, "What that company does, in HubSpot's words."),
                new FactType(
                        "annual_revenue", NUMBER, "What that company turns over in a year, in the account's currency."),
                new FactType("total_revenue", NUMBER, "What all won deals are worth, in the account's currency."),
                new FactType("deals", NUMBER, "How many deals they take part in."),
                new FactType("contact_since", MOMENT, "Since when HubSpot knows them."));
    }

    @Override
    public FactSheet look(FactRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        Optional<Contact> found = contacts.find(request.customer(), patience);
        if (found.isEmpty()) {
            return new FactSheet.Unknown();
        }
        Contact contact = found.get();
        List<Fact> facts = new ArrayList<>();
        text("lifecycle_stage", contact.properties().text("lifecyclestage"), facts);
        number("total_revenue", contact.properties().text("total_revenue"), facts);
        number("deals", contact.properties().text("num_associated_deals"), facts);
        moment("contact_since", contact.properties().text("createdate"), facts);
        text("contact_owner", owner(contact, patience), facts);
        company(contact, patience).ifPresent(company -> {
            text("company", company.text("properties", "name"), facts);
            text("industry", company.text("properties", "industry"), facts);
            number("annual_revenue", company.text("properties", "annualrevenue"), facts);
        });
        return new FactSheet.Known(contact.id(), links.of(contact.id()), facts);
    }

    private Optional<String> owner(Contact contact, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Optional<String> id = contact.properties().text("hubspot_owner_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonTree> owner = api.find("/crm/v3/owners/" + encoded(id.get()), patience);
        return owner.map(one -> "%s %s"
                        .formatted(
                                one.text("firstName").orElse(""),
                                one.text("lastName").orElse(""))
                        .strip())
                .filter(name -> !name.isEmpty())
                .or(() -> owner.flatMap(one -> one.text("email")));
    }

    private Optional<JsonTree> company(Contact contact, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Optional<String> id = companyId(contact, patience);
        return id.isEmpty()
                ? Optional.empty()
                : api.find(
                        "/crm/v3/objects/companies/%s?properties=name%%2Cindustry%%2Cannualrevenue"
                                .formatted(encoded(id.get())),
                        patience);
    }

    /** The primary company, which may be on any page; else the first one. */
    private Optional<String> companyId(Contact contact, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Optional<String> first = Optional.empty();
        String path = "/crm/v4/objects/contacts/%s/associations/companies?limit=100".formatted(encoded(contact.id()));
        Optional<String> after = Optional.of("");
        for (int page = 0; page < PAGES_MAX && after.isPresent(); page++) {
            String position = after.get().isEmpty() ? "" : "&after=" + encoded(after.get());
            Optional<JsonTree> associations = api.find(path + position, patience);
            if (associations.isEmpty()) {
                return first;
            }
            for (JsonTree association : associations.get().list("results")) {
                String id = association.needed("toObjectId");
                if (isPrimary(association)) {
                    return Optional.of(id);
                }
                first = first.isPresent() ? first : Optional.of(id);
            }
            after = associations.get().text("paging", "next", "after");
        }
        return first;
    }

    private static boolean isPrimary(JsonTree association) throws FarEndRefused {
        return association.list("associationTypes").stream()
                .anyMatch(type ->
                        type.text("typeId").filter(PRIMARY_COMPANY::equals).isPresent());
    }

    private static void text(String name, Optional<String> text, List<Fact> facts) {
        text.ifPresent(value ->
                facts.add(new Fact(name, new FactValue.Text(value.substring(0, Math.min(value.length(), TEXT_MAX))))));
    }

    /** HubSpot writes numbers as text; one that is none was typed in by somebody, and is left out. */
    private static void number(String name, Optional<String> text, List<Fact> facts) {
        text.filter(value -> value.matches("-?\\d{1,18}(\\.\\d{1,9})?"))
                .ifPresent(value -> facts.add(new Fact(name, new FactValue.Quantity(new BigDecimal(value)))));
    }

    private static void moment(String name, Optional<String> text, List<Fact> facts) {
        try {
            text.map(Instant::parse).ifPresent(at -> facts.add(new Fact(name, new FactValue.Moment(at))));
        } catch (DateTimeParseException e) {
            // as with numbers
        }
    }
}
