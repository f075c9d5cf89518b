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
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Makes, lists and revokes API tokens. */
@ApiResource
@Path(TokensApi.BASE_PATH)
public class TokensResource implements TokensApi {

    private static final Kind<ApiToken> TOKEN = new Kind<>("token", "tokens", ApiToken::id, token -> 0, TokenJson::of);
    private static final Kind<IssuedToken> ISSUED =
            new Kind<>(TOKEN.name(), TOKEN.path(), one -> one.token().id(), one -> 0, one -> TokenJson.of(one.token()));

    @Inject
    CurrentCaller caller;

    @Inject
    TokenAdmin admin;

    @Inject
    ApiTokenRepository tokens;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createToken(NewToken body) {
        IssuedToken issued = register.create(
                ISSUED,
                () -> admin.create(
                        caller.get(), TokenJson.toNewToken(body, caller.get().userId())));
        return Register.at(ISSUED, issued).entity(TokenJson.of(issued)).build();
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
        return paging.answer(
                slice.map(TokenJson::of),
                (items, next) -> new TokenPage().items(items).next(next));
    }

    @Override
    public Response deleteToken(String tokenId) {
        TokenId id = TokenId.parse(tokenId);
        register.update(TOKEN, () -> tokens.get(id), () -> admin.revoke(caller.get(), id));
        return Response.noContent().build();
    }
}
