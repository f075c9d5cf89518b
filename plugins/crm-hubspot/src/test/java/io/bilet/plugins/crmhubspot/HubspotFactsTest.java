package io.bilet.plugins.crmhubspot;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.customer.Fact;
import io.bilet.spi.customer.FactSheet;
import io.bilet.spi.customer.FactValue;
import io.bilet.spi.testkit.CustomerFactsContract;
import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.HttpFarEndContract;
import io.bilet.spi.testkit.LocalHttp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubspotFactsTest implements CustomerFactsContract, HttpFarEndContract {

    private final LocalHubspot hubspot = new LocalHubspot();
    private final HubspotPlugin plugin = started(hubspot);

    static HubspotPlugin started(LocalHubspot hubspot) {
        HubspotPlugin plugin = new HubspotPlugin();
        plugin.start(FakePluginContext.of(
                "crm-hubspot",
                Map.of(
                        "access_token",
                        LocalHubspot.TOKEN,
                        "portal_id",
                        "62515",
                        "base_url",
                        hubspot.http().address().toString())));
        return plugin;
    }

    @AfterEach
    void close() {
        hubspot.close();
    }

    @Test
    void a_contact_is_told_with_its_primary_company_its_owner_and_a_link() throws Exception {
        FactSheet.Known sheet = (FactSheet.Known) facts().look(about(hubspot.known(), TIMEOUT));

        assertThat(sheet.link()).contains(URI.create("https://app.hubspot.com/contacts/62515/record/0-1/51"));
        assertThat(sheet.facts())
                .contains(
                        new Fact("lifecycle_stage", new FactValue.Text("customer")),
                        new Fact("contact_owner", new FactValue.Text("Mira Demir")),
                        new Fact("company", new FactValue.Text("Example GmbH")),
                        new Fact("contact_since", new FactValue.Moment(Instant.parse("2024-02-01T09:30:00.123Z"))))
                .extracting(Fact::name)
                .contains("total_revenue", "deals", "industry")
                .doesNotContain("annual_revenue");
    }

    @Test
    void hubspots_own_pause_is_passed_on() {
        hubspot.http()
                .answerAlways(new LocalHttp.Answer(
                        429, Map.of("X-HubSpot-RateLimit-Interval-Milliseconds", "10000"), "{\"status\":\"error\"}"));

        assertThatThrownBy(() -> facts().look(about(hubspot.known(), TIMEOUT)))
                .isInstanceOfSatisfying(
                        FarEndUnavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(10)));
    }

    @Override
    public CustomerFacts facts() {
        return plugin.customerFacts().get(0);
    }

    @Override
    public FactsFarEnd farEnd() {
        return hubspot;
    }

    @Override
    public ThrowingCallable call() {
        return () -> facts().look(about(hubspot.known(), TIMEOUT));
    }

    @Override
    public LocalHttp http() {
        return hubspot.http();
    }

    @Override
    public String secret() {
        return LocalHubspot.TOKEN;
    }
}
