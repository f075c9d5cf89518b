package io.bilet.rest.people;

import io.bilet.access.Caller;
import io.bilet.access.CurrentCaller;
import io.bilet.access.Permission;
import io.bilet.api.v1.MeApi;
import io.bilet.api.v1.model.Me;
import io.bilet.people.directory.UserQueries;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tells callers who they are and what they may do. */
@ApiResource
@Path(MeApi.BASE_PATH)
public class MeResource implements MeApi {

    @Inject
    CurrentCaller currentCaller;

    @Inject
    UserQueries users;

    @Override
    public Response getMe() {
        Caller caller = currentCaller.get();
        return Response.ok(new Me()
                        .user(UserJson.of(users.get(caller.userId())))
                        .permissions(caller.permissions().stream()
                                .map(Permission::toString)
                                .sorted()
                                .toList())
                        .onBehalfOfId(
                                caller.onBehalfOf() == null
                                        ? null
                                        : caller.onBehalfOf().toString()))
                .build();
    }
}
