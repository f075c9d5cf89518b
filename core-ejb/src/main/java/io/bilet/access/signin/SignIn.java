package io.bilet.access.signin;

import io.bilet.access.Caller;
import io.bilet.access.InvalidToken;
import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.access.Scopes;
import io.bilet.access.oidc.AccessTokens;
import io.bilet.access.oidc.OidcSettings;
import io.bilet.access.oidc.VerifiedLogin;
import io.bilet.access.signin.SignInQueries.TokenRow;
import io.bilet.access.signin.SignInQueries.UserRow;
import io.bilet.access.token.TokenId;
import io.bilet.access.token.TokenKind;
import io.bilet.access.token.TokenSecret;
import io.bilet.access.token.TokenUses;
import io.bilet.people.Role;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.platform.blob.Sha256;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.time.MachineClock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Finds out who calls. */
@ApplicationScoped
public class SignIn {

    /** Until when a node may believe what it found, should word of a change never reach it. */
    private static final Duration BELIEVE = Duration.ofSeconds(30);

    private final CallerCache cache = new CallerCache();
    private Optional<AccessTokens> accessTokens = Optional.empty();

    @Inject
    SignInQueries queries;

    @Inject
    TokenUses uses;

    @Inject
    ConfigStamp stamp;

    @Inject
    Clock clock;

    @Inject
    Config config;

    @PostConstruct
    void configure() {
        accessTokens = OidcSettings.read(config).map(settings -> new AccessTokens(settings, MachineClock.UTC));
    }

    /**
     * Comes to life with the application, so that half a configuration fails at the start and not at the first call.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    /** A user's rights changed, so what was found before counts no more, here and elsewhere. */
    void forget(@Observes UserChanged changed) {
        stamp.raise(Caller.STAMP);
    }

    /**
     * Who shows this credential.
     *
     * @param onBehalfOf the requester a service account says it acts for
     * @throws InvalidToken if the credential opens nothing
     * @throws ActsForNobody if the caller may not act for that user
     */
    public Caller caller(String credential, Optional<String> onBehalfOf) {
        if (credential.length() > AccessTokens.CHARACTERS_MAX) {
            throw new InvalidToken();
        }
        long version = stamp.version(Caller.STAMP);
        String key = Sha256.of(credential + "\n" + onBehalfOf.orElse("")).hex();
        Caller caller = cache.find(key, version).orElseGet(() -> {
            Found found = find(credential, onBehalfOf);
            cache.put(key, found.caller, found.believe, version);
            return found.caller;
        });
        if (TokenId.isOne(caller.tokenId())) {
            uses.note(TokenId.parse(caller.tokenId()), clock.instant());
        }
        return caller;
    }

    private Found find(String credential, Optional<String> onBehalfOf) {
        if (credential.startsWith(TokenSecret.PREFIX)) {
            return byToken(credential, onBehalfOf);
        }
        VerifiedLogin login =
                accessTokens.flatMap(tokens -> tokens.verify(credential)).orElseThrow(InvalidToken::new);
        UserRow user = queries.byLogin(login.issuer(), login.subject()).orElseThrow(InvalidToken::new);
        Caller caller = new Caller(
                user.id(),
                user.role(),
                loginPermissions(user.role(), Scopes.parse(login.scope()).permissions()),
                user.groups(),
                Set.of(),
                null,
                "oidc_" + user.id(),
                null);
        return new Found(actingFor(caller, onBehalfOf.or(login::onBehalfOf)), shorter(BELIEVE, login.remaining()));
    }

    private Found byToken(String credential, Optional<String> onBehalfOf) {
        TokenRow token = TokenSecret.parse(credential)
                .flatMap(secret -> queries.byDigest(secret.digest()))
                .orElseThrow(InvalidToken::new);
        Instant now = clock.instant();
        if (!now.isBefore(token.expiresAt())) {
            throw new InvalidToken();
        }
        Caller caller = new Caller(
                token.user().id(),
                token.user().role(),
                tokenPermissions(token),
                token.user().groups(),
                token.brands(),
                null,
                token.id().toString(),
                token.requestsPerMinute());
        return new Found(actingFor(caller, onBehalfOf), shorter(BELIEVE, Duration.between(now, token.expiresAt())));
    }

    private Caller actingFor(Caller caller, Optional<String> requester) {
        if (requester.isEmpty()) {
            return caller;
        }
        UserId id = UserId.parse(requester.get());
        if (caller.role() != Role.SERVICE || !queries.isRequester(id)) {
            throw new ActsForNobody();
        }
        return caller.actingFor(id);
    }

    private static Set<Permission> tokenPermissions(TokenRow token) {
        if (token.kind() == TokenKind.FIRST_ADMIN) {
            return RolePermissions.FIRST_ADMIN;
        }
        Set<Permission> most = RolePermissions.of(token.user().role());
        return token.scopes() == null
                ? most
                : both(most, Scopes.parse(token.scopes()).permissions());
    }

    /** A person's login gives what the role gives, less if its scopes say so; a program's gives what its scopes say. */
    private static Set<Permission> loginPermissions(Role role, Set<Permission> scopes) {
        Set<Permission> most = RolePermissions.of(role);
        return role != Role.SERVICE && scopes.isEmpty() ? most : both(most, scopes);
    }

    private static Set<Permission> both(Set<Permission> one, Set<Permission> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private record Found(Caller caller, Duration believe) {}
}
