package io.bilet.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals secrets for the database and opens them again (AES-GCM). A sealed secret is bound to the place it was sealed
 * for: copied to another row or column it does not open.
 */
@ApplicationScoped
public class SecretBox {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Supplier<SecretKeySpec> key;

    protected SecretBox() {
        this(Optional.empty(), ""); // for the client proxy
    }

    @Inject
    public SecretBox(
            @ConfigProperty(name = "bilet.secrets.key") Optional<String> configuredKey,
            @ConfigProperty(name = "bilet.files.dir", defaultValue = "bilet-files") String files) {
        this.key = () -> new SecretKeySpec(new MasterKey(files).read(configuredKey), "AES");
    }

    /**
     * Seals a secret.
     *
     * @param place table, column and row, such as {@code mail_channel.imap_secret/…}
     */
    public byte[] seal(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place, secret.getBytes(UTF_8));
        byte[] whole = new byte[1 + NONCE_BYTES + sealed.length];
        whole[0] = FORMAT;
        System.arraycopy(nonce, 0, whole, 1, NONCE_BYTES);
        System.arraycopy(sealed, 0, whole, 1 + NONCE_BYTES, sealed.length);
        return whole;
    }

    /**
     * Opens what was sealed for the same place.
     *
     * @throws SecretUnreadable if the master key is another one or the bytes are not what was sealed
     */
    public String open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new SecretUnreadable();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, place, content), UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadable(e);
        }
    }
}
