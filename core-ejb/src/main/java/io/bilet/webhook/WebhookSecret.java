package io.bilet.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sender and receiver of a webhook share, written {@code whsec_…}; signs as the Standard Webhooks specification
 * says.
 */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "v1,";
    private static final int BYTES = 32;
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    public static WebhookSecret next() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** Reads a secret; empty if it is none, or too short to keep anything secret. */
    public static Optional<WebhookSecret> parse(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            return key.length < BYTES_MIN || key.length > BYTES_MAX
                    ? Optional.empty()
                    : Optional.of(new WebhookSecret(key));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Signs one attempt. */
    public String sign(String id, long epochSeconds, String body) {
        return SCHEME + Base64.getEncoder().encodeToString(mac(id, epochSeconds, body));
    }

    /** Whether one of the signatures, between blanks, is ours; takes as long for a wrong one as for a right one. */
    public boolean verifies(String signatures, String id, long epochSeconds, String body) {
        byte[] expected = sign(id, epochSeconds, body).getBytes(UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ", -1)) {
            found |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
        }
        return found;
    }

    private byte[] mac(String id, long epochSeconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal((id + "." + epochSeconds + "." + body).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK knows " + ALGORITHM, e);
        }
    }

    /** The form in which it is shown, once. */
    @Override
    public String toString() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }
}
