package io.bilet.platform.secret;

import io.bilet.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The rows of {@code instance_key}. */
@ApplicationScoped
public class SigningKeyRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Keys that still count, the newest first. */
    List<SigningKey> live(String purpose) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT id, secret FROM instance_key WHERE purpose = :purpose"
                                + " AND (retired_at IS NULL OR retired_at > UTC_TIMESTAMP(6)) ORDER BY created_at DESC, id DESC")
                .setParameter("purpose", purpose)
                .getResultList();
        return rows.stream()
                .map(row -> new SigningKey(Columns.uuid(row[0]), (byte[]) row[1]))
                .toList();
    }

    void add(UUID id, String purpose, byte[] secret) {
        em.createNativeQuery("INSERT INTO instance_key (id, purpose, secret, created_at)"
                        + " VALUES (:id, :purpose, :secret, UTC_TIMESTAMP(6))")
                .setParameter("id", id.toString())
                .setParameter("purpose", purpose)
                .setParameter("secret", secret)
                .executeUpdate();
    }

    /** Lets the keys that count now run out after {@code seconds}. */
    void retire(String purpose, long seconds) {
        em.createNativeQuery("UPDATE instance_key SET retired_at = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND"
                        + " WHERE purpose = :purpose AND retired_at IS NULL")
                .setParameter("seconds", seconds)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }
}
