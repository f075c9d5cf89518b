package io.bilet.platform.key;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes a secret when it is first needed; nodes that need it at the same moment get the same one. */
@Stateless
public class InstanceKeyMaker {

    private static final int SECRET_BYTES = 32;

    @Inject
    private InstanceKeyRepository keys;

    @Inject
    private Clock clock;

    /** The newest secret of that purpose; committed before it is returned, because what it signs may leave at once. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public byte[] secret(String purpose) {
        return keys.newest(purpose).orElseGet(() -> {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            UUID first = UUID.nameUUIDFromBytes(purpose.getBytes(StandardCharsets.US_ASCII));
            keys.addIfAbsent(first, purpose, secret, clock.instant());
            return keys.newest(purpose).orElseThrow();
        });
    }
}
