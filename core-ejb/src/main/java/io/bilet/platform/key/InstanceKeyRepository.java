package io.bilet.platform.key;

import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code instance_key}. */
@ApplicationScoped
public class InstanceKeyRepository {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    public Optional<byte[]> newest(String purpose) {
        List<?> secrets =
                em.createNativeQuery("""
                        SELECT secret FROM instance_key WHERE purpose = :purpose AND retired_at IS NULL
                        ORDER BY created_at DESC, id LIMIT 1""").setParameter("purpose", purpose).getResultList();
        return secrets.stream().map(byte[].class::cast).findFirst();
    }

    /** Adds a secret unless one of that id is there or being added. */
    public void addIfAbsent(UUID id, String purpose, byte[] secret, Instant now) {
        em.createNativeQuery("""
                        INSERT IGNORE INTO instance_key (id, purpose, secret, created_at)
                        VALUES (:id, :purpose, :secret, :now)""")
                .setParameter("id", id)
                .setParameter("purpose", purpose)
                .setParameter("secret", secret)
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }
}
