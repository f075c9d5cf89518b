package io.bilet.platform.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** The counters of {@code config_stamp}. */
@ApplicationScoped
public class ConfigStampRepository {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Every area's version; does not flush what the caller has not written yet. */
    public Map<String, Long> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT area, version FROM config_stamp")
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().collect(toUnmodifiableMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    public void raise(String area) {
        em.createNativeQuery(
                        "INSERT INTO config_stamp (area, version) VALUES (?1, 1) ON DUPLICATE KEY UPDATE version = version + 1")
                .setParameter(1, area)
                .executeUpdate();
    }
}
