package io.bilet.rest.people;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.IdentitiesApi;
import io.bilet.api.v1.model.NewIdentity;
import io.bilet.people.Identity;
import io.bilet.people.IdentityId;
import io.bilet.people.UserId;
import io.bilet.people.admin.UserAdmin;
import io.bilet.people.directory.UserQueries;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What users are recognised by, over HTTP. */
@ApiResource
@Path(IdentitiesApi.BASE_PATH)
public class IdentitiesResource implements IdentitiesApi {

    @Inject
    CurrentCaller caller;

    @Inject
    UserAdmin admin;

    @Inject
    UserQueries users;

    @Override
    public Response listIdentities(String userId) {
        return Response.ok(IdentityJson.of(users.get(UserId.parse(userId)).identities()))
                .build();
    }

    @Override
    public Response createIdentity(String userId, NewIdentity body) {
        UserId id = UserId.parse(userId);
        Identity identity = admin.addIdentity(
                id, IdentityJson.toNewIdentity(body, ""), caller.get().role());
        URI location = URI.create("/api/v1/users/" + id + "/identities/" + identity.id());
        return Response.created(location).entity(IdentityJson.of(identity)).build();
    }

    @Override
    public Response deleteIdentity(String userId, String identityId, String ifMatch) {
        admin.removeIdentity(
                UserId.parse(userId),
                IdentityId.parse(identityId),
                Etag.optional(ifMatch),
                caller.get().role());
        return Response.noContent().build();
    }
}
