package io.bilet.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The mistakes of RFC 8725, each as a token that must open nothing. */
class AccessTokensTest {

    private static final LocalIssuer ISSUER = new LocalIssuer();
    private static final PublicJsonWebKey KEY = LocalIssuer.rsaKey("one");
    private static final PublicJsonWebKey STRANGERS = LocalIssuer.rsaKey("one");

    private static AccessTokens tokens;

    @BeforeAll
    static void trust() {
        ISSUER.publishes(KEY);
        tokens = new AccessTokens(settings(Duration.ofMinutes(10), Duration.ofSeconds(10), false), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @BeforeEach
    void publish() {
        ISSUER.comesBack();
        ISSUER.publishes(KEY);
    }

    @Test
    void a_good_token_says_who_the_issuer_vouches_for() {
        JwtClaims claims = ISSUER.claims();
        claims.setStringClaim("scope", "openid tickets.read");

        VerifiedLogin login = tokens.verify(LocalIssuer.sign(claims, KEY)).orElseThrow();

        assertThat(login.issuer()).isEqualTo(ISSUER.url());
        assertThat(login.subject()).isEqualTo("248289761001");
        assertThat(login.scope()).isEqualTo("openid tickets.read");
        assertThat(login.remaining()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    static Stream<Arguments> refusedClaims() {
        return Stream.of(
                claims("another issuer", claims -> claims.setIssuer("https://elsewhere.example")),
                claims("no issuer", claims -> claims.unsetClaim("iss")),
                claims("another audience", claims -> claims.setAudience("another-api")),
                claims("no audience", claims -> claims.unsetClaim("aud")),
                claims("no subject", claims -> claims.unsetClaim("sub")),
                claims("no end", claims -> claims.unsetClaim("exp")),
                claims("ended two minutes ago", claims -> claims.setExpirationTime(inSeconds(-120))),
                claims("ended 31 seconds ago", claims -> claims.setExpirationTime(inSeconds(-31))),
                claims("begins in two minutes", claims -> claims.setNotBefore(inSeconds(120))),
                claims("issued two minutes from now", claims -> claims.setIssuedAt(inSeconds(120))),
                claims("end is a text", claims -> claims.setClaim("exp", "tomorrow")),
                claims("larger than 8 KB", claims -> claims.setClaim("groups", Collections.nCopies(10_000, "g"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedClaims")
    void a_signed_token_with_wrong_claims_opens_nothing(String because, Consumer<JwtClaims> change) {
        JwtClaims claims = ISSUER.claims();
        change.accept(claims);

        assertThat(tokens.verify(LocalIssuer.sign(claims, KEY))).as(because).isEmpty();
    }

    @Test
    void clocks_may_differ_by_less_than_half_a_minute() {
        JwtClaims late = ISSUER.claims();
        late.setIssuedAt(inSeconds(-300));
        late.setExpirationTime(inSeconds(-25));
        JwtClaims early = ISSUER.claims();
        early.setNotBefore(inSeconds(25));
        early.setIssuedAt(inSeconds(25));

        assertThat(tokens.verify(LocalIssuer.sign(late, KEY))).isPresent();
        assertThat(tokens.verify(LocalIssuer.sign(early, KEY))).isPresent();
    }

    static Stream<Arguments> refusedHeaders() {
        return Stream.of(
                headers("algorithm none", jws -> {
                    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                    jws.setKey(null);
                }),
                headers("public key as a shared secret", jws -> {
                    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    jws.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));
                }),
                headers("an algorithm that is not listed", jws -> jws.setAlgorithmHeaderValue("RS512")),
                headers("a key of somebody else under our id", jws -> jws.setKey(STRANGERS.getPrivateKey())),
                headers("a key in the token", jws -> {
                    jws.setKey(STRANGERS.getPrivateKey());
                    jws.setJwkHeader(STRANGERS);
                }),
                headers("a key elsewhere", jws -> jws.setHeader("jku", ISSUER.strangersUrl())),
                headers("a certificate elsewhere", jws -> jws.setHeader("x5u", ISSUER.strangersUrl())),
                headers("an unknown key id", jws -> jws.setKeyIdHeaderValue("two")),
                headers("a path as key id", jws -> jws.setKeyIdHeaderValue("../../../../dev/null")),
                headers("SQL as key id", jws -> jws.setKeyIdHeaderValue("x' UNION SELECT 'one")),
                headers("a nested token", jws -> jws.setContentTypeHeaderValue("JWT")),
                headers("another kind of token", jws -> jws.setHeader("typ", "logout+jwt")),
                headers("an unknown critical header", jws -> {
                    jws.setCriticalHeaderNames("https://bilet.example/new");
                    jws.setHeader("https://bilet.example/new", true);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedHeaders")
    void a_token_with_a_wrong_header_opens_nothing(String because, Consumer<JsonWebSignature> change) {
        assertThat(tokens.verify(LocalIssuer.sign(ISSUER.claims(), KEY, change)))
                .as(because)
                .isEmpty();
    }

    @Test
    void nobody_is_asked_for_keys_because_a_token_says_so() {
        for (String header : List.of("jku", "x5u")) {
            tokens.verify(LocalIssuer.sign(ISSUER.claims(), STRANGERS, jws -> {
                jws.setKeyIdHeaderValue("unknown");
                jws.setHeader(header, ISSUER.strangersUrl());
            }));
        }

        assertThat(ISSUER.timesStrangersAsked()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void a_text_that_is_no_signed_token_opens_nothing(String text) {
        assertThat(tokens.verify(text)).isEmpty();
    }

    static List<String> a_text_that_is_no_signed_token_opens_nothing() {
        String good = LocalIssuer.sign(ISSUER.claims(), KEY);
        String unsigned = part("{\"alg\":\"None\"}") + "." + payload(good) + ".";
        return List.of(
                "",
                "garbage",
                "a.b.c",
                good.substring(0, good.length() - 2),
                good + "A",
                good + " ",
                unsigned,
                part("{\"alg\":\"NONE\"}") + "." + payload(good) + ".AAAA",
                "x".repeat(1_000_000),
                part("{\"alg\":\"RS256\",\"alg\":\"none\"}") + "." + payload(good) + ".AAAA");
    }

    static Stream<Arguments> idTokens() {
        return Stream.of(
                claims("bound to a browser's request", claims -> claims.setStringClaim("nonce", "n-0S6_WzA2Mj")),
                claims(
                        "bound to an access token",
                        claims -> claims.setStringClaim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")),
                claims("marked by Keycloak", claims -> claims.setStringClaim("typ", "ID")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("idTokens")
    void an_id_token_is_no_access_token(String because, Consumer<JwtClaims> change) {
        JwtClaims claims = ISSUER.claims();
        change.accept(claims);

        assertThat(tokens.verify(LocalIssuer.sign(claims, KEY, jws -> jws.setHeader("typ", "JWT"))))
                .as(because)
                .isEmpty();
    }

    @Test
    void tokens_without_their_own_type_can_be_refused_altogether() {
        AccessTokens strict =
                new AccessTokens(settings(Duration.ofMinutes(10), Duration.ofSeconds(10), true), Clock.systemUTC());

        assertThat(strict.verify(LocalIssuer.sign(ISSUER.claims(), KEY))).isPresent();
        assertThat(strict.verify(LocalIssuer.sign(ISSUER.claims(), KEY, jws -> jws.setHeader("typ", "JWT"))))
                .isEmpty();
    }

    @Test
    void signatures_over_an_elliptic_curve_are_accepted_too() throws Exception {
        PublicJsonWebKey curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        curve.setKeyId("curve");
        ISSUER.publishes(KEY, curve);

        assertThat(fresh().verify(LocalIssuer.sign(
                        ISSUER.claims(),
                        curve,
                        jws -> jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))))
                .isPresent();
    }

    @Test
    void a_new_key_is_accepted_as_soon_as_it_is_published_and_a_withdrawn_one_no_more() {
        AccessTokens eager = new AccessTokens(settings(Duration.ZERO, Duration.ZERO, false), Clock.systemUTC());
        PublicJsonWebKey next = LocalIssuer.rsaKey("next");
        assertThat(eager.verify(LocalIssuer.sign(ISSUER.claims(), KEY))).isPresent();

        ISSUER.publishes(next);

        assertThat(eager.verify(LocalIssuer.sign(ISSUER.claims(), next))).isPresent();
        assertThat(eager.verify(LocalIssuer.sign(ISSUER.claims(), KEY))).isEmpty();
    }

    @Test
    void invented_key_ids_do_not_make_us_ask_the_issuer_again_and_again() {
        AccessTokens tokens = fresh();
        tokens.verify(LocalIssuer.sign(ISSUER.claims(), KEY));
        int asked = ISSUER.timesAsked();

        for (int i = 0; i < 50; i++) {
            String id = "invented-" + i;
            tokens.verify(LocalIssuer.sign(ISSUER.claims(), STRANGERS, jws -> jws.setKeyIdHeaderValue(id)));
        }

        assertThat(ISSUER.timesAsked() - asked).isLessThanOrEqualTo(1);
    }

    @Test
    void known_keys_go_on_working_while_the_issuer_is_silent() {
        AccessTokens eager = new AccessTokens(settings(Duration.ZERO, Duration.ZERO, false), Clock.systemUTC());
        assertThat(eager.verify(LocalIssuer.sign(ISSUER.claims(), KEY))).isPresent();

        ISSUER.goesDown();

        assertThat(eager.verify(LocalIssuer.sign(ISSUER.claims(), KEY))).isPresent();
    }

    @Test
    void before_the_first_keys_nothing_can_be_said_about_a_token() {
        ISSUER.goesDown();
        AccessTokens tokens = fresh();
        String good = LocalIssuer.sign(ISSUER.claims(), KEY);

        assertThatThrownBy(() -> tokens.verify(good)).isInstanceOf(IssuerUnavailable.class);
    }

    private static AccessTokens fresh() {
        return new AccessTokens(settings(Duration.ofMinutes(10), Duration.ofSeconds(10), false), Clock.systemUTC());
    }

    private static OidcSettings settings(Duration refresh, Duration pause, boolean strict) {
        return new OidcSettings(
                ISSUER.url(), ISSUER.keysUrl(), List.of("other", LocalIssuer.AUDIENCE), strict, refresh, pause);
    }

    private static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String payload(String token) {
        return token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments claims(String because, Consumer<JwtClaims> change) {
        return Arguments.of(because, change);
    }

    private static Arguments headers(String because, Consumer<JsonWebSignature> change) {
        return Arguments.of(because, change);
    }
}
