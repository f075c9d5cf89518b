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
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Users over HTTP. */
@ApiResource
@Path(UsersApi.BASE_PATH)
public class UsersResource implements UsersApi {

    private static final Kind<UserRow> USER = new Kind<>(
            "user", "users", row -> row.user().id(), row -> row.user().version(), UserJson::of);

    @Inject
    CurrentCaller caller;

    @Inject
    UserAdmin admin;

    @Inject
    UserQueries users;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listUsers(ListUsersQuery query) {
        int limit = paging.limit(query.limit);
        Optional<Position> begin = paging.begin(query.cursor);
        Optional<UserFilter> filter = UserJson.toFilter(query);
        Slice<UserRow> slice =
                filter.isEmpty() ? new Slice<>(List.of(), Optional.empty()) : users.page(filter.get(), begin, limit);
        return paging.answer(
                slice.map(UserJson::of),
                (items, next) -> new UserPage().items(items).next(next));
    }

    @Override
    public Response createUser(NewUser body) {
        return register.created(
                USER,
                () -> users.get(
                        admin.create(UserJson.toNewUser(body), caller.get().role())
                                .id()));
    }

    @Override
    public Response getUser(String userId) {
        return register.found(USER, users.get(UserId.parse(userId)));
    }

    @Override
    public Response updateUser(String userId, String ifMatch, JsonObject body) {
        UserId id = UserId.parse(userId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(USER, () -> users.get(id), () -> {
            admin.update(id, expected, caller.get().role(), profile -> UserJson.patched(profile, new Patch(body)));
            return users.get(id);
        });
    }
}
