package io.bilet.rest.people;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.IdentitiesApi;
import io.bilet.api.v1.model.NewIdentity;
import io.bilet.people.Identity;
import io.bilet.people.IdentityId;
import io.bilet.people.UserId;
import io.bilet.people.admin.UserAdmin;
import io.bilet.people.directory.UserQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

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

    @Inject
    Register register;

    @Override
    public Response listIdentities(String userId) {
        return Response.ok(IdentityJson.of(users.get(UserId.parse(userId)).identities()))
                .build();
    }

    @Override
    public Response createIdentity(String userId, NewIdentity body) {
        UserId user = UserId.parse(userId);
        var identities = identitiesOf(user);
        Identity identity = register.create(
                identities,
                () -> admin.addIdentity(
                        user, IdentityJson.toNewIdentity(body, ""), caller.get().role()));
        return Register.at(identities, identity)
                .entity(IdentityJson.of(identity))
                .build();
    }

    @Override
    public Response deleteIdentity(String userId, String identityId, String ifMatch) {
        UserId user = UserId.parse(userId);
        IdentityId id = IdentityId.parse(identityId);
        return register.removed(
                identitiesOf(user),
                () -> users.get(user).identities().stream()
                        .filter(identity -> identity.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("identity")),
                () -> admin.removeIdentity(
                        user, id, Etag.optional(ifMatch), caller.get().role()));
    }

    /** They have no versions of their own: each change is one of their user. */
    private static Kind<Identity> identitiesOf(UserId user) {
        return new Kind<>("identity", "users/" + user + "/identities", Identity::id, identity -> 0, IdentityJson::of);
    }
}
