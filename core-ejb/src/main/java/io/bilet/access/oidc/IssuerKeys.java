package io.bilet.access.oidc;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of the issuer, kept in memory. Fetched again when they are old or a token names a key we do not know,
 * never more often than the pause allows; while the issuer is silent the known keys go on working for a day.
 */
final class IssuerKeys {

    private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());

    private static final Duration KEEP_MAX = Duration.ofDays(1);
    private static final long WAIT_SECONDS = 3;

    private final KeyDocument document;
    private final Duration refreshEvery;
    private final Duration refreshPause;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Held held;
    private volatile @Nullable Long askedAt;

    IssuerKeys(OidcSettings settings) {
        document = new KeyDocument(settings.keys());
        refreshEvery = settings.refreshEvery();
        refreshPause = settings.refreshPause();
    }

    /**
     * The key for a signature.
     *
     * @param keyId absent if the token names none; then there must be one candidate only
     * @throws IssuerUnavailable if no keys could be fetched yet
     */
    Optional<Key> find(String algorithm, @Nullable String keyId) {
        Held present = present();
        Optional<Key> key = present.find(algorithm, keyId);
        if (key.isEmpty() && document.isRemote()) {
            fetch(present);
            key = present().find(algorithm, keyId);
        }
        return key;
    }

    private Held present() {
        Held present = held;
        if (present == null || (document.isRemote() && present.isOlderThan(refreshEvery))) {
            fetch(present);
            present = held;
        }
        if (present == null || (document.isRemote() && present.isOlderThan(KEEP_MAX))) {
            throw new IssuerUnavailable();
        }
        return present;
    }

    /** Asks the issuer, unless it was asked a moment ago or somebody else has just replaced {@code known}. */
    private void fetch(@Nullable Held known) {
        try {
            if (!fetching.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (Objects.equals(held, known) && mayAsk()) {
                held = new Held(read(document.fetch()), System.nanoTime());
            }
        } catch (IOException | JoseException failure) {
            LOG.log(Level.WARNING, "The keys of the token issuer could not be fetched: {0}", failure.toString());
        } finally {
            fetching.unlock();
        }
    }

    private boolean mayAsk() {
        Long last = askedAt;
        long now = System.nanoTime();
        if (last != null && now - last < refreshPause.toNanos()) {
            return false;
        }
        askedAt = now;
        return true;
    }

    private static List<JsonWebKey> read(String text) throws JoseException {
        if (text.contains("-----BEGIN")) {
            try {
                return List.of(JsonWebKey.Factory.newJwk(new RsaKeyUtil().fromPemEncoded(text)));
            } catch (java.security.spec.InvalidKeySpecException e) {
                throw new JoseException("The PEM document holds no RSA public key", e);
            }
        }
        return List.copyOf(new JsonWebKeySet(text).getJsonWebKeys());
    }

    private record Held(List<JsonWebKey> keys, long fetchedAt) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - fetchedAt > age.toNanos();
        }

        Optional<Key> find(String algorithm, @Nullable String keyId) {
            List<JsonWebKey> fitting = keys.stream()
                    .filter(key -> signsWith(key, algorithm))
                    .filter(key -> keyId == null || keyId.equals(key.getKeyId()))
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.get(0).getKey()) : Optional.empty();
        }

        private static boolean signsWith(JsonWebKey key, String algorithm) {
            boolean type = algorithm.equals(AlgorithmIdentifiers.RSA_USING_SHA256)
                    ? key instanceof RsaJsonWebKey
                    : key instanceof EllipticCurveJsonWebKey curve
                            && EllipticCurveJsonWebKey.KEY_TYPE.equals(key.getKeyType())
                            && "P-256".equals(curve.getCurveName());
            return type
                    && (key.getUse() == null || "sig".equals(key.getUse()))
                    && (key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm()));
        }
    }
}
