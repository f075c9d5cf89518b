package io.bilet.plugins.crmhubspot;

import io.bilet.plugins.support.JsonApi;
import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.Setting;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.CustomerFacts;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects one HubSpot account by the access token of a private app. */
public final class HubspotPlugin implements Plugin {

    private List<CustomerFacts> facts = List.of();
    private List<CustomerAction> actions = List.of();

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("access_token", Setting.Kind.SECRET, "The access token of a private app."),
                Setting.optional(
                        "portal_id", Setting.Kind.WHOLE_NUMBER, "The account's number, for links to its contacts."),
                Setting.withFallback("base_url", Setting.Kind.URL, "Where HubSpot's API is.", "https://api.hubapi.com"),
                Setting.withFallback(
                        "app_url", Setting.Kind.URL, "Where people work with HubSpot.", "https://app.hubspot.com"));
    }

    @Override
    public void start(PluginContext context) {
        String token = context.setting("access_token")
                .orElseThrow(() -> new IllegalArgumentException("The setting access_token is missing."));
        URI base = URI.create(context.setting("base_url").orElse("https://api.hubapi.com"));
        JsonApi api = new JsonApi("HubSpot", context.http(), base, Map.of("Authorization", "Bearer " + token));
        ContactLinks links = new ContactLinks(
                context.setting("app_url").orElse("https://app.hubspot.com"), context.setting("portal_id"));
        Contacts contacts = new Contacts(api);
        facts = List.of(new HubspotFacts(api, contacts, links));
        actions = List.of(new EnrollInWorkflow(api, contacts, context.store()));
    }

    @Override
    public List<CustomerFacts> customerFacts() {
        return facts;
    }

    @Override
    public List<CustomerAction> customerActions() {
        return actions;
    }
}
