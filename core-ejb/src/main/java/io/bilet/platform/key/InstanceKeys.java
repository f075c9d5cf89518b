package io.bilet.platform.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with the secrets of the installation. */
@ApplicationScoped
public class InstanceKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    @Inject
    InstanceKeyMaker maker;

    /**
     * The HMAC-SHA-256 of {@code message} under the newest secret of that purpose.
     *
     * @param purpose at most 32 ASCII characters; signatures of one purpose are worthless for any other
     */
    public byte[] sign(String purpose, byte[] message) {
        SecretKeySpec key = keys.get(purpose);
        if (key == null) {
            key = new SecretKeySpec(maker.secret(purpose), ALGORITHM);
            keys.put(purpose, key);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }
}
