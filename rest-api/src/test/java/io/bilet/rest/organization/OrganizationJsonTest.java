package io.bilet.rest.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.api.v1.model.NewOrganization;
import io.bilet.people.OrganizationId;
import io.bilet.people.organization.Organization;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.rest.http.Patch;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");

    @Test
    void an_organization_is_shown_with_its_domains_in_order() {
        NewOrganization body = new NewOrganization().name("Example Ltd").domains(List.of("example.org", "Example.NET"));

        var shown = OrganizationJson.of(new Organization(OrganizationId.next(), OrganizationJson.toProfile(body), NOW));

        assertThat(shown.getDomains()).containsExactly("example.net", "example.org");
        assertThat(shown.getTags()).isEmpty();
        assertThat(shown.getExternalId()).isNull();
    }

    @Test
    void a_patch_replaces_lists_as_a_whole_and_clears_what_it_names_null() {
        OrganizationProfile patched = patched("{\"domains\": [\"example.com\"], \"external_id\": null}");

        assertThat(patched.domains()).containsExactly("example.com");
        assertThat(patched.externalId()).isNull();
        assertThat(patched.tags()).containsExactly("gold");
        assertThat(patched.name()).isEqualTo("Example Ltd");
    }

    @Test
    void an_empty_patch_changes_nothing() {
        assertThat(patched("{}")).isEqualTo(present());
    }

    private static OrganizationProfile patched(String patch) {
        return OrganizationJson.patched(
                present(), new Patch(Json.createReader(new StringReader(patch)).readObject()));
    }

    private static OrganizationProfile present() {
        return OrganizationJson.toProfile(new NewOrganization()
                .name("Example Ltd")
                .domains(List.of("example.org"))
                .tags(List.of("gold"))
                .externalId("crm-77"));
    }
}
