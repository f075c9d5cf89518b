package io.bilet.access.oidc;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens of one issuer: signature, issuer, audience, times, type. Only asymmetric algorithms are
 * allowed, so a public key can never serve as a shared secret (RFC 8725 §3.1).
 */
public final class AccessTokens {

    /** Longer ones are not looked at; a token in a header is a few hundred bytes. */
    public static final int CHARACTERS_MAX = 8 * 1024;

    static final int SKEW_SECONDS = 30;

    private static final Pattern THREE_PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final List<String> ALGORITHMS =
            List.of(AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("at+jwt", "application/at+jwt");

    /** Whatever a token says about where keys are, or about being wrapped, is refused and not followed. */
    private static final List<String> REFUSED_HEADERS = List.of(
            HeaderParameterNames.JWK,
            HeaderParameterNames.JWK_SET_URL,
            HeaderParameterNames.X509_URL,
            HeaderParameterNames.CRITICAL,
            HeaderParameterNames.CONTENT_TYPE);

    /** Claims that OpenID Connect Core puts into id tokens; access tokens without their own type must not have them. */
    private static final List<String> ID_TOKEN_CLAIMS = List.of("nonce", "at_hash", "c_hash", "s_hash");

    private final OidcSettings settings;
    private final IssuerKeys keys;
    private final JwtConsumer consumer;
    private final Clock wallClock;

    /** @param wallClock the real time, which is the issuer's, whatever business time is rehearsed */
    public AccessTokens(OidcSettings settings, Clock wallClock) {
        this.settings = settings;
        this.keys = new IssuerKeys(settings);
        this.wallClock = wallClock;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(new String[0])))
                .setVerificationKeyResolver((jws, nesting) -> key(jws))
                .setExpectedIssuer(settings.issuer())
                .setExpectedAudience(settings.audiences().toArray(new String[0]))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /**
     * What the token says; empty if it is not to be believed.
     *
     * @throws IssuerUnavailable if the issuer's keys could not be fetched yet
     */
    public Optional<VerifiedLogin> verify(String token) {
        if (token.length() > CHARACTERS_MAX || !THREE_PARTS.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            var context = consumer.process(token);
            JwtClaims claims = context.getJwtClaims();
            String type = context.getJoseObjects().get(0).getHeader(HeaderParameterNames.TYPE);
            return isAccessToken(type, claims) ? Optional.of(login(claims)) : Optional.empty();
        } catch (InvalidJwtException refused) {
            if (refused.getCause() instanceof KeysMissing) {
                throw new IssuerUnavailable();
            }
            return Optional.empty();
        } catch (MalformedClaimException refused) {
            return Optional.empty();
        }
    }

    private Key key(JsonWebSignature jws) throws UnresolvableKeyException {
        String algorithm = jws.getAlgorithmHeaderValue();
        if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
            throw new UnresolvableKeyException("The algorithm is not allowed");
        }
        for (String header : REFUSED_HEADERS) {
            if (jws.getHeaders().getObjectHeaderValue(header) != null) {
                throw new UnresolvableKeyException("A header is not allowed");
            }
        }
        try {
            return keys.find(algorithm, jws.getKeyIdHeaderValue())
                    .orElseThrow(() -> new UnresolvableKeyException("No such key"));
        } catch (IssuerUnavailable e) {
            throw new KeysMissing();
        }
    }

    private boolean isAccessToken(@Nullable String type, JwtClaims claims) throws MalformedClaimException {
        if (claims.getIssuedAt() != null
                && seconds(claims.getIssuedAt().getValue()).compareTo(latestIssue()) > 0) {
            return false;
        }
        if (type != null && ACCESS_TOKEN_TYPES.contains(type.toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        boolean plain = type == null || type.equalsIgnoreCase("JWT");
        return plain
                && !settings.requireAccessTokenType()
                && ID_TOKEN_CLAIMS.stream().noneMatch(claims::hasClaim)
                && !List.of("ID", "Refresh", "Offline").contains(claimedType(claims)); // as Keycloak marks them
    }

    private static String claimedType(JwtClaims claims) {
        return claims.getClaimValue("typ") instanceof String typ ? typ : "";
    }

    private VerifiedLogin login(JwtClaims claims) throws MalformedClaimException {
        Instant end = seconds(claims.getExpirationTime().getValue() + SKEW_SECONDS);
        return new VerifiedLogin(
                claims.getIssuer(),
                claims.getSubject(),
                claims.getClaimValue("scope") instanceof String scope ? scope : "",
                Optional.ofNullable(claims.getClaimValue("on_behalf_of")).map(Object::toString),
                Duration.between(wallClock.instant(), end));
    }

    private Instant latestIssue() {
        return wallClock.instant().plusSeconds(SKEW_SECONDS);
    }

    private static Instant seconds(long value) {
        return Instant.ofEpochSecond(Math.min(value, Integer.MAX_VALUE * 100L));
    }

    /** Carries {@link IssuerUnavailable} through the library. */
    private static final class KeysMissing extends UnresolvableKeyException {

        private static final long serialVersionUID = 1L;

        KeysMissing() {
            super("No keys yet");
        }
    }
}
