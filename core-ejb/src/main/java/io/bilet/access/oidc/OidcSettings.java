package io.bilet.access.oidc;

import io.bilet.platform.config.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Whose tokens are accepted; the standard's own keys where it has them.
 *
 * @param issuer {@code mp.jwt.verify.issuer}
 * @param keys {@code mp.jwt.verify.publickey.location}: a JWKS or PEM file by {@code https:}, {@code http:}, {@code
 *     file:}, {@code classpath:} or plain path
 * @param audiences {@code mp.jwt.verify.audiences}: one of them must be named by a token
 * @param requireAccessTokenType {@code bilet.access.oidc.require-at-jwt}: refuse tokens whose type is not {@code
 *     at+jwt}
 * @param refreshEvery {@code bilet.access.oidc.keys-refresh}: age at which keys are fetched again
 * @param refreshPause {@code bilet.access.oidc.keys-refresh-pause}: least time between two fetches, so that tokens with
 *     invented key ids cannot make us ask the issuer all the time
 */
public record OidcSettings(
        String issuer,
        String keys,
        List<String> audiences,
        boolean requireAccessTokenType,
        Duration refreshEvery,
        Duration refreshPause) {

    public OidcSettings {
        audiences = List.copyOf(audiences);
    }

    /**
     * Reads the configuration; empty if no issuer is trusted.
     *
     * @throws IllegalStateException if only a part of it is there, because the missing check would let strangers in
     */
    public static Optional<OidcSettings> read(Config config) {
        Optional<String> issuer = config.getOptionalValue("mp.jwt.verify.issuer", String.class);
        Optional<String> keys = config.getOptionalValue("mp.jwt.verify.publickey.location", String.class);
        List<String> audiences = config.getOptionalValues("mp.jwt.verify.audiences", String.class)
                .orElse(List.of());
        if (issuer.isEmpty() && keys.isEmpty() && audiences.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty() || keys.isEmpty() || audiences.isEmpty()) {
            throw new IllegalStateException("To accept tokens of an issuer, set all of mp.jwt.verify.issuer,"
                    + " mp.jwt.verify.publickey.location and mp.jwt.verify.audiences");
        }
        return Optional.of(new OidcSettings(
                issuer.get(),
                keys.get(),
                audiences,
                config.getOptionalValue("bilet.access.oidc.require-at-jwt", Boolean.class)
                        .orElse(false),
                Setting.duration("bilet.access.oidc.keys-refresh", "PT10M", "PT1M", "P1D")
                        .read(config),
                Setting.duration("bilet.access.oidc.keys-refresh-pause", "PT10S", "PT1S", "PT10M")
                        .read(config)));
    }
}
