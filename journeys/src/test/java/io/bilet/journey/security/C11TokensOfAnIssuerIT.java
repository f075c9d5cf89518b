package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Issuer;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C11: tokens of the organisation's issuer open what they should, and no other text does. */
@Journey
@Tag("payara")
class C11TokensOfAnIssuerIT {

    private final Issuer issuer = Suite.current().issuer();
    private final String subject = "sub-" + UUID.randomUUID();
    private final String user = userWhoSignsInAs(subject);

    @Test
    void c11_a_token_of_the_issuer_signs_the_user_in_whose_login_it_names() {
        assertThat(caller(issuer.token(subject)).get("me").getJsonObject("user").getString("id"))
                .isEqualTo(user);
    }

    @Test
    void c11_an_address_in_a_token_signs_nobody_in() {
        JwtClaims claims = issuer.claims("sub-" + UUID.randomUUID());
        claims.setStringClaim("email", "mira@bilet.test");
        claims.setStringClaim("preferred_username", user);
        claims.setStringClaim("upn", user);

        assertThat(status(Issuer.compact(issuer.signed(claims)))).isEqualTo(401);
    }

    @Test
    void c11_a_new_key_is_believed_as_soon_as_it_is_published_and_the_old_one_no_more_after_a_while() throws Exception {
        assertThat(status(issuer.token(subject))).isEqualTo(200);

        issuer.changesItsKey();
        Thread.sleep(1_100); // the pause between two questions to the issuer, as the suite sets it

        assertThat(status(issuer.token(subject))).isEqualTo(200);
    }

    @Test
    void c11_every_mistake_of_the_list_is_answered_401_with_the_same_words() {
        Map<String, String> tokens = mistakes();
        SoftAssertions all = new SoftAssertions();
        String words = words(DeskDriver.at(Suite.current().api(), "garbage").tryGet("me"));

        tokens.forEach((mistake, token) -> {
            Answer answer = caller(token).tryGet("me");
            all.assertThat(answer.status()).as(mistake).isEqualTo(401);
            all.assertThat(words(answer)).as(mistake).isEqualTo(words);
        });

        all.assertAll();
        assertThat(issuer.timesStrangersAsked())
                .as("nobody asked where a token said")
                .isZero();
    }

    @Test
    void c11_keys_nobody_knows_make_us_ask_the_issuer_once_in_a_while_and_not_each_time() throws Exception {
        Thread.sleep(1_100); // the pause between two questions to the issuer, as the suite sets it
        int before = issuer.timesAsked();
        long start = System.nanoTime();

        for (int i = 0; i < 200; i++) {
            String token = signedWith(jws -> jws.setKeyIdHeaderValue("key-" + UUID.randomUUID()), claims -> {});
            assertThat(status(token)).isEqualTo(401);
        }

        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        assertThat(issuer.timesAsked() - before).isBetween(1, (int) seconds + 2);
        assertThat(status(issuer.token(subject))).isEqualTo(200);
    }

    @Test
    void c11_a_token_as_large_as_a_book_is_refused() {
        Answer answer = caller("x".repeat(60_000)).tryGet("me");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void c11_a_user_made_inactive_is_out_within_a_minute() throws Exception {
        String token = issuer.token(subject);
        assertThat(status(token)).isEqualTo(200);

        DeskDriver.asAdmin()
                .patch(
                        "users/" + user,
                        Json.createObjectBuilder().add("active", false).build());

        long until = System.nanoTime() + 60_000_000_000L;
        while (status(token) == 200 && System.nanoTime() < until) {
            Thread.sleep(200);
        }
        assertThat(status(token)).isEqualTo(401);
    }

    private Map<String, String> mistakes() {
        PublicJsonWebKey stranger = Issuer.newKey(issuer.key().getKeyId());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("another issuer", with(claims -> claims.setIssuer("https://elsewhere.example")));
        tokens.put("no issuer", with(claims -> claims.unsetClaim("iss")));
        tokens.put("another audience", with(claims -> claims.setAudience("another")));
        tokens.put("no audience", with(claims -> claims.unsetClaim("aud")));
        tokens.put("no end", with(claims -> claims.unsetClaim("exp")));
        tokens.put("ended two minutes ago", with(claims -> {
            claims.setIssuedAt(inSeconds(-600));
            claims.setExpirationTime(inSeconds(-120));
        }));
        tokens.put("begins in two minutes", with(claims -> claims.setNotBefore(inSeconds(120))));
        tokens.put("issued in two minutes", with(claims -> claims.setIssuedAt(inSeconds(120))));
        tokens.put("no subject", with(claims -> claims.unsetClaim("sub")));
        tokens.put("unknown subject", with(claims -> claims.setSubject("sub-" + UUID.randomUUID())));
        tokens.put("subject with a blank more", with(claims -> claims.setSubject(subject + " ")));
        tokens.put("ten thousand groups", with(claims -> claims.setClaim("groups", Collections.nCopies(10_000, "g"))));
        tokens.put(
                "an id token", signedWith(jws -> jws.setHeader("typ", "JWT"), claims -> claims.setClaim("nonce", "n")));
        tokens.put("signed by a stranger", signedWith(jws -> jws.setKey(stranger.getPrivateKey()), claims -> {}));
        tokens.put(
                "the public key as a shared secret",
                signedWith(
                        jws -> {
                            jws.setAlgorithmHeaderValue("HS256");
                            jws.setKey(new HmacKey(issuer.key().getPublicKey().getEncoded()));
                        },
                        claims -> {}));
        for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
            tokens.put("algorithm " + none, unsigned(none));
        }
        tokens.put("a token within a token", nested());
        tokens.put(
                "no signature",
                signedWith(
                        jws -> {
                            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                            jws.setAlgorithmHeaderValue("none");
                            jws.setKey(null);
                        },
                        claims -> {}));
        for (String header : new String[] {"jku", "x5u"}) {
            tokens.put(
                    header,
                    signedWith(
                            jws -> {
                                jws.setKey(stranger.getPrivateKey());
                                jws.setHeader(header, issuer.strangersUrl());
                            },
                            claims -> {}));
        }
        tokens.put(
                "a key in the token",
                signedWith(
                        jws -> {
                            jws.setKey(stranger.getPrivateKey());
                            jws.setJwkHeader(stranger);
                        },
                        claims -> {}));
        tokens.put("a path as key id", signedWith(jws -> jws.setKeyIdHeaderValue("../../../dev/null"), claims -> {}));
        tokens.put("SQL as key id", signedWith(jws -> jws.setKeyIdHeaderValue("' OR 1=1 --"), claims -> {}));
        tokens.put(
                "an unknown critical header",
                signedWith(
                        jws -> {
                            jws.setCriticalHeaderNames("urn:new");
                            jws.setHeader("urn:new", true);
                        },
                        claims -> {}));
        return tokens;
    }

    /** What a library would sign with nothing, whatever the case of the word. */
    private String unsigned(String algorithm) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\"}".formatted(algorithm);
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(issuer.claims(subject).toJson().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private String nested() {
        JsonWebSignature outer = issuer.signed(issuer.claims(subject));
        outer.setHeader("cty", "JWT");
        outer.setPayload(issuer.token(subject));
        return Issuer.compact(outer);
    }

    private String with(Consumer<JwtClaims> change) {
        return signedWith(jws -> {}, change);
    }

    private String signedWith(Consumer<JsonWebSignature> header, Consumer<JwtClaims> change) {
        JwtClaims claims = issuer.claims(subject);
        change.accept(claims);
        JsonWebSignature jws = issuer.signed(claims);
        header.accept(jws);
        return Issuer.compact(jws);
    }

    private static String userWhoSignsInAs(String subject) {
        return Cast.created(DeskDriver.asAdmin()
                        .post(
                                "users",
                                Json.createObjectBuilder()
                                        .add("name", "Signs in")
                                        .add("role", "supervisor")
                                        .add(
                                                "login",
                                                Json.createObjectBuilder()
                                                        .add(
                                                                "issuer",
                                                                Suite.current()
                                                                        .issuer()
                                                                        .url())
                                                        .add("subject", subject))
                                        .build()))
                .getString("id");
    }

    private static int status(String token) {
        return caller(token).tryGet("me").status();
    }

    private static DeskDriver caller(String token) {
        return DeskDriver.at(Suite.current().api(), token);
    }

    private static String words(Answer answer) {
        return answer.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    private static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
