package io.bilet.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs short texts, so that this installation recognises later what it wrote. */
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final UUID id;
    private final SecretKeySpec secret;

    SigningKey(UUID id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    public UUID id() {
        return id;
    }

    /** The first {@code bytes} bytes of the text's authentication code. */
    public byte[] sign(String text, int bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
