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
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Organizations over HTTP. */
@ApiResource
@Path(OrganizationsApi.BASE_PATH)
public class OrganizationsResource implements OrganizationsApi {

    @Inject
    OrganizationAdmin admin;

    @Inject
    OrganizationRepository organizations;

    @Inject
    OrganizationQueries queries;

    @Inject
    Paging paging;

    @Override
    public Response listOrganizations(ListOrganizationsQuery query) {
        var filter = new OrganizationFilter(
                query.namePrefix,
                query.domain == null ? null : MailDomain.parse(query.domain, "domain"),
                query.externalId);
        Slice<Organization> slice = queries.page(filter, paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new OrganizationPage()
                        .items(slice.items().stream().map(OrganizationJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createOrganization(NewOrganization body) {
        Organization organization = admin.create(OrganizationJson.toProfile(body));
        return answer(Response.created(URI.create("/api/v1/organizations/" + organization.id())), organization);
    }

    @Override
    public Response getOrganization(String organizationId) {
        return answer(Response.ok(), organizations.get(OrganizationId.parse(organizationId)));
    }

    @Override
    public Response updateOrganization(String organizationId, String ifMatch, JsonObject body) {
        Organization organization = admin.update(
                OrganizationId.parse(organizationId),
                Etag.optional(ifMatch),
                profile -> OrganizationJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), organization);
    }

    @Override
    public Response deleteOrganization(String organizationId, String ifMatch) {
        admin.remove(OrganizationId.parse(organizationId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(ResponseBuilder response, Organization organization) {
        return response.tag(Etag.of(organization.version()))
                .entity(OrganizationJson.of(organization))
                .build();
    }
}
