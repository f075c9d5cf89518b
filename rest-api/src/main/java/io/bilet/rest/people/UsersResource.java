package io.bilet.rest.people;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.UsersApi;
import io.bilet.api.v1.model.NewUser;
import io.bilet.api.v1.model.UserPage;
import io.bilet.people.UserId;
import io.bilet.people.admin.UserAdmin;
import io.bilet.people.directory.UserFilter;
import io.bilet.people.directory.UserQueries;
import io.bilet.people.directory.UserRow;
import io.bilet.platform.paging.Position;
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
import java.util.List;
import java.util.Optional;

/** Users over HTTP. */
@ApiResource
@Path(UsersApi.BASE_PATH)
public class UsersResource implements UsersApi {

    @Inject
    CurrentCaller caller;

    @Inject
    UserAdmin admin;

    @Inject
    UserQueries users;

    @Inject
    Paging paging;

    @Override
    public Response listUsers(ListUsersQuery query) {
        int limit = paging.limit(query.limit);
        Optional<Position> begin = paging.begin(query.cursor);
        Optional<UserFilter> filter = UserJson.toFilter(query);
        Slice<UserRow> slice =
                filter.isEmpty() ? new Slice<>(List.of(), Optional.empty()) : users.page(filter.get(), begin, limit);
        return Response.ok(new UserPage()
                        .items(slice.items().stream().map(UserJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createUser(NewUser body) {
        UserId id = admin.create(UserJson.toNewUser(body), caller.get().role()).id();
        return answer(Response.created(URI.create("/api/v1/users/" + id)), id);
    }

    @Override
    public Response getUser(String userId) {
        return answer(Response.ok(), UserId.parse(userId));
    }

    @Override
    public Response updateUser(String userId, String ifMatch, JsonObject body) {
        UserId id = UserId.parse(userId);
        admin.update(
                id, Etag.optional(ifMatch), caller.get().role(), profile -> UserJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), id);
    }

    private Response answer(ResponseBuilder response, UserId id) {
        UserRow row = users.get(id);
        return response.tag(Etag.of(row.user().version()))
                .entity(UserJson.of(row))
                .build();
    }
}
