package io.bilet.platform.secret;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.id.PublicId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Makes and retires signing keys, each for one purpose. Nodes that make the first one at once both keep theirs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeys {

    /** Raised when keys of any purpose change. */
    public static final String AREA = "signing_key";

    private static final int SECRET_BYTES = 32;

    @Inject
    private SigningKeyRepository keys;

    @Inject
    private ConfigStamp stamp;

    /** Keys that count, the newest first; the first of a purpose is made when it is asked for. */
    public List<SigningKey> live(String purpose) {
        List<SigningKey> live = keys.live(purpose);
        if (!live.isEmpty()) {
            return live;
        }
        add(purpose);
        return keys.live(purpose);
    }

    /** Signs with a new key from now on; what older keys signed is recognised for {@code overlap} longer. */
    public void rotate(String purpose, Duration overlap) {
        keys.retire(purpose, overlap.toSeconds());
        add(purpose);
    }

    private void add(String purpose) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        keys.add(PublicId.next(), purpose, secret);
        stamp.raise(AREA);
    }
}
