package io.bilet.rest.organization;

import io.bilet.api.v1.model.NewOrganization;
import io.bilet.people.organization.Organization;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.rest.http.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Organizations as the API shows and takes them. */
final class OrganizationJson {

    private OrganizationJson() {}

    static io.bilet.api.v1.model.Organization of(Organization organization) {
        OrganizationProfile profile = organization.profile();
        return new io.bilet.api.v1.model.Organization()
                .id(organization.id().toString())
                .name(profile.name())
                .domains(List.copyOf(profile.domains()))
                .tags(List.copyOf(profile.tags()))
                .externalId(profile.externalId())
                .createdAt(organization.createdAt())
                .updatedAt(organization.updatedAt())
                .version(organization.version());
    }

    static OrganizationProfile toProfile(NewOrganization body) {
        return new OrganizationProfile(
                body.getName(), sorted(body.getDomains()), body.getExternalId(), sorted(body.getTags()));
    }

    static OrganizationProfile patched(OrganizationProfile present, Patch patch) {
        return new OrganizationProfile(
                patch.text("name", present.name()),
                sorted(patch.texts("domains", List.copyOf(present.domains()))),
                patch.cleared("external_id", Optional.ofNullable(present.externalId()))
                        .orElse(null),
                sorted(patch.texts("tags", List.copyOf(present.tags()))));
    }

    private static SortedSet<String> sorted(@Nullable Collection<String> texts) {
        return texts == null ? new TreeSet<>() : new TreeSet<>(texts);
    }
}
