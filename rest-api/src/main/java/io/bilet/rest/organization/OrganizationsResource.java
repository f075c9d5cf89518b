package io.bilet.rest.organization;

import io.bilet.api.v1.OrganizationsApi;
import io.bilet.api.v1.model.NewOrganization;
import io.bilet.api.v1.model.OrganizationPage;
import io.bilet.people.MailDomain;
import io.bilet.people.OrganizationId;
import io.bilet.people.admin.OrganizationAdmin;
import io.bilet.people.organization.Organization;
import io.bilet.people.organization.OrganizationFilter;
import io.bilet.people.organization.OrganizationQueries;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Organizations over HTTP. */
@ApiResource
@Path(OrganizationsApi.BASE_PATH)
public class OrganizationsResource implements OrganizationsApi {

    private static final Kind<Organization> ORGANIZATION =
            new Kind<>("organization", "organizations", Organization::id, Organization::version, OrganizationJson::of);

    @Inject
    OrganizationAdmin admin;

    @Inject
    OrganizationRepository organizations;

    @Inject
    OrganizationQueries queries;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listOrganizations(ListOrganizationsQuery query) {
        var filter = new OrganizationFilter(
                query.namePrefix,
                query.domain == null ? null : MailDomain.parse(query.domain, "domain"),
                query.externalId);
        Slice<Organization> slice = queries.page(filter, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                slice.map(OrganizationJson::of),
                (items, next) -> new OrganizationPage().items(items).next(next));
    }

    @Override
    public Response createOrganization(NewOrganization body) {
        return register.created(ORGANIZATION, () -> admin.create(OrganizationJson.toProfile(body)));
    }

    @Override
    public Response getOrganization(String organizationId) {
        return register.found(ORGANIZATION, organizations.get(OrganizationId.parse(organizationId)));
    }

    @Override
    public Response updateOrganization(String organizationId, String ifMatch, JsonObject body) {
        OrganizationId id = OrganizationId.parse(organizationId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                ORGANIZATION,
                () -> organizations.get(id),
                () -> admin.update(id, expected, profile -> OrganizationJson.patched(profile, new Patch(body))));
    }

    @Override
    public Response deleteOrganization(String organizationId, String ifMatch) {
        OrganizationId id = OrganizationId.parse(organizationId);
        return register.removed(
                ORGANIZATION, () -> organizations.get(id), () -> admin.remove(id, Etag.optional(ifMatch)));
    }
}
