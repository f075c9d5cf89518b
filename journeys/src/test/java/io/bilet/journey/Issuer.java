package io.bilet.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The identity provider of the organisation: publishes its keys, issues tokens, and changes its key when it likes. */
public final class Issuer implements AutoCloseable {

    public static final String AUDIENCE = "bilet-journeys";

    private final HttpServer server;
    private final AtomicInteger strangersAsked = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile PublicJsonWebKey key = newKey("key-1");
    private volatile int keys = 1;

    Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] set = new JsonWebKeySet(List.of(key))
                    .toJson(OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.createContext("/strangers", exchange -> {
            strangersAsked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    /** What a node must know to believe this issuer. */
    Map<String, String> settings() {
        return Map.of(
                "mp.jwt.verify.issuer",
                url(),
                "mp.jwt.verify.publickey.location",
                url() + "/keys",
                "mp.jwt.verify.audiences",
                AUDIENCE,
                "bilet.access.oidc.keys-refresh-pause",
                "PT1S");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A place of this machine that no token should make anybody ask. */
    public String strangersUrl() {
        return url() + "/strangers";
    }

    /** How often somebody asked for the keys. */
    public int timesAsked() {
        return asked.get();
    }

    public int timesStrangersAsked() {
        return strangersAsked.get();
    }

    public PublicJsonWebKey key() {
        return key;
    }

    /** From now on signs with another key and publishes only that one. */
    public synchronized void changesItsKey() {
        keys++;
        key = newKey("key-" + keys);
    }

    /** Claims of a good access token for {@code subject}. */
    public JwtClaims claims(String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    public String token(String subject) {
        return compact(signed(claims(subject)));
    }

    /** A token with these claims, to be finished by {@link #compact} or broken before. */
    public JsonWebSignature signed(JwtClaims claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "at+jwt");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jws;
    }

    public static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicJsonWebKey newKey(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
