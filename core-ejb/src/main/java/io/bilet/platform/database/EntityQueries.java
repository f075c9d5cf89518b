package io.bilet.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a key names.
 *
 * <p>Hibernate says that there is nothing where the connection broke while it looked and the server had already given
 * the transaction up (HHH-12472). Nobody must hear that a ticket is gone because the database is: who finds nothing
 * asks for a sign of life, which then fails.
 */
public final class EntityQueries {

    private EntityQueries() {}

    public static <T> Optional<T> find(EntityManager em, Class<T> type, Object key) {
        return surely(em, em.find(type, key));
    }

    /** As {@link #find}, for whoever changes it: others who want to wait until this transaction ends. */
    public static <T> Optional<T> lock(EntityManager em, Class<T> type, Object key) {
        return surely(em, em.find(type, key, LockModeType.PESSIMISTIC_WRITE));
    }

    private static <T> Optional<T> surely(EntityManager em, @Nullable T found) {
        if (found == null) {
            em.createNativeQuery("SELECT 1").setFlushMode(FlushModeType.COMMIT).getSingleResult();
        }
        return Optional.ofNullable(found);
    }
}
