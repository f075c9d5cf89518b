package io.bilet.rest.token;

import io.bilet.access.CurrentCaller;
import io.bilet.access.token.ApiToken;
import io.bilet.access.token.ApiTokenRepository;
import io.bilet.access.token.IssuedToken;
import io.bilet.access.token.TokenAdmin;
import io.bilet.access.token.TokenId;
import io.bilet.api.v1.TokensApi;
import io.bilet.api.v1.model.NewToken;
import io.bilet.api.v1.model.TokenPage;
import io.bilet.people.UserId;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Makes, lists and revokes API tokens. */
@ApiResource
@Path(TokensApi.BASE_PATH)
public class TokensResource implements TokensApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TokenAdmin admin;

    @Inject
    ApiTokenRepository tokens;

    @Inject
    Paging paging;

    @Override
    public Response createToken(NewToken body) {
        IssuedToken issued = admin.create(
                caller.get(), TokenJson.toNewToken(body, caller.get().userId()));
        return Response.created(URI.create("tokens/" + issued.token().id()))
                .entity(TokenJson.of(issued))
                .build();
    }

    @Override
    public Response listTokens(ListTokensQuery query) {
        Optional<UserId> user = Optional.ofNullable(query.userId).map(UserId::parse);
        int limit = paging.limit(query.limit);
        var rows = tokens.page(
                user,
                paging.begin(query.cursor)
                        .map(position -> new TokenId(position.id()))
                        .orElse(null),
                limit + 1);
        Slice<ApiToken> slice =
                Slice.of(rows, limit, token -> new Position("", token.id().value()));
        return Response.ok(new TokenPage()
                        .items(slice.items().stream().map(TokenJson::of).toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response deleteToken(String tokenId) {
        admin.revoke(caller.get(), TokenId.parse(tokenId));
        return Response.noContent().build();
    }
}
