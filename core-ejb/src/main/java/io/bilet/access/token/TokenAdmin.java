package io.bilet.access.token;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.people.Role;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.InvalidInput;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes and revokes API tokens. */
@Stateless
public class TokenAdmin {

    /** Long enough for yearly rotation to be a habit and not an emergency. */
    static final Duration LIFE_DEFAULT = Duration.ofDays(365);

    static final Duration LIFE_MAX = Duration.ofDays(730);

    static final int REQUESTS_PER_MINUTE_MAX = 1_000_000;

    @Inject
    private ApiTokenRepository tokens;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Makes a token. Made with a first administrator's token, it takes that one's place.
     *
     * @throws InvalidInput if the user is unknown or inactive, if a service account would get no scopes, if brands
     *     are named for anybody else, or if the life ends in the past or too late
     */
    public IssuedToken create(Caller by, NewToken wanted) {
        by.require(Permission.TOKENS_MANAGE);
        Instant now = clock.instant();
        Role role = tokens.roleOf(wanted.userId()).orElseThrow(() -> InvalidInput.unknownReference("/user_id"));
        requireFit(wanted, role);
        giveUpFirstToken(by, now);
        TokenSecret secret = TokenSecret.next();
        ApiToken token = ApiToken.issue(wanted, secret, by.userId(), lifetime(wanted, now));
        tokens.add(token);
        return new IssuedToken(token, secret);
    }

    /** Ends a token's life on every node, within seconds; revoking it again changes nothing. */
    public ApiToken revoke(Caller by, TokenId id) {
        by.require(Permission.TOKENS_MANAGE);
        ApiToken token = tokens.get(id);
        token.revoke(clock.instant());
        stamp.raise(Caller.STAMP);
        return token;
    }

    private void giveUpFirstToken(Caller by, Instant now) {
        if (!TokenId.isOne(by.tokenId())) {
            return;
        }
        ApiToken used = tokens.get(TokenId.parse(by.tokenId()));
        if (used.kind() == TokenKind.FIRST_ADMIN) {
            used.exchange(now);
            stamp.raise(Caller.STAMP);
        }
    }

    private static void requireFit(NewToken wanted, Role role) {
        if (role == Role.SERVICE && wanted.scopes() == null) {
            throw new InvalidInput("/scopes", "scopes_required", "A service account's token needs scopes.");
        }
        if (role != Role.SERVICE && !wanted.brands().isEmpty()) {
            throw new InvalidInput(
                    "/brand_ids", "not_a_service_account", "Only service accounts are confined to brands.");
        }
        Integer limit = wanted.requestsPerMinute();
        if (limit != null && (limit < 1 || limit > REQUESTS_PER_MINUTE_MAX)) {
            throw new InvalidInput(
                    "/requests_per_minute", "range", "Between 1 and 1,000,000 requests a minute can be allowed.");
        }
    }

    private static ApiToken.Lifetime lifetime(NewToken wanted, Instant now) {
        Instant until = wanted.expiresAt() == null ? now.plus(LIFE_DEFAULT) : wanted.expiresAt();
        if (!until.isAfter(now) || until.isAfter(now.plus(LIFE_MAX))) {
            throw new InvalidInput("/expires_at", "range", "A token expires within the next 730 days.");
        }
        return new ApiToken.Lifetime(now, until);
    }
}
