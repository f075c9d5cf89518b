package io.bilet.rest.token;

import io.bilet.access.Scopes;
import io.bilet.access.token.ApiToken;
import io.bilet.access.token.IssuedToken;
import io.bilet.access.token.NewToken;
import io.bilet.api.v1.model.CreatedToken;
import io.bilet.api.v1.model.Token;
import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens as the API shows and takes them. */
final class TokenJson {

    private TokenJson() {}

    static Token of(ApiToken token) {
        return new Token()
                .id(token.id().toString())
                .name(token.name())
                .userId(token.userId().toString())
                .scopes(token.scopes().map(Scopes::names).orElse(null))
                .brandIds(brands(token.brands()))
                .createdAt(token.createdAt())
                .expiresAt(token.expiresAt())
                .lastUsedAt(token.lastUsedAt().orElse(null))
                .revokedAt(token.revokedAt().orElse(null))
                .requestsPerMinute(token.requestsPerMinute().orElse(null));
    }

    static CreatedToken of(IssuedToken issued) {
        return new CreatedToken()
                .token(of(issued.token()))
                .secret(issued.secret().reveal());
    }

    /** What a new token asks for; it is the caller's own where the body names no user. */
    static NewToken toNewToken(io.bilet.api.v1.model.NewToken body, UserId caller) {
        return new NewToken(
                body.getUserId() == null ? caller : UserId.parse(body.getUserId()),
                body.getName(),
                body.getScopes() == null ? null : Scopes.read(body.getScopes(), "/scopes"),
                body.getBrandIds() == null
                        ? Set.of()
                        : body.getBrandIds().stream().map(BrandId::parse).collect(Collectors.toSet()),
                body.getExpiresAt(),
                body.getRequestsPerMinute());
    }

    private static @Nullable List<String> brands(Set<BrandId> brands) {
        return brands.isEmpty()
                ? null
                : brands.stream().map(BrandId::toString).sorted().toList();
    }
}
