package io.bilet.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The leases of singular duties, by the database's clock. */
@ApplicationScoped
public class LeaseRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    boolean holds(String name, String node, long secondsMin) {
        return !em.createNativeQuery("SELECT fence FROM lease WHERE name = :name AND holder = :node"
                        + " AND leased_until >= UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND")
                .setParameter("name", name)
                .setParameter("node", node)
                .setParameter("seconds", secondsMin)
                .getResultList()
                .isEmpty();
    }

    boolean renew(String name, String node, long seconds) {
        return em.createNativeQuery("UPDATE lease SET fence = fence + (holder <> :node), holder = :node,"
                                + " leased_until = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND"
                                + " WHERE name = :name AND (holder = :node OR leased_until < UTC_TIMESTAMP(6))")
                        .setParameter("node", node)
                        .setParameter("seconds", seconds)
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }

    boolean begin(String name, String node, long seconds) {
        return em.createNativeQuery("INSERT IGNORE INTO lease (name, holder, leased_until, fence)"
                                + " VALUES (:name, :node, UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND, 1)")
                        .setParameter("name", name)
                        .setParameter("node", node)
                        .setParameter("seconds", seconds)
                        .executeUpdate()
                == 1;
    }

    boolean lockHeld(String name, String node) {
        return !em.createNativeQuery("SELECT fence FROM lease WHERE name = :name AND holder = :node"
                        + " AND leased_until >= UTC_TIMESTAMP(6) FOR UPDATE")
                .setParameter("name", name)
                .setParameter("node", node)
                .getResultList()
                .isEmpty();
    }

    void endAll(String node) {
        em.createNativeQuery("UPDATE lease SET leased_until = '1970-01-01' WHERE holder = :node")
                .setParameter("node", node)
                .executeUpdate();
    }
}
