package io.bilet.automation.action;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Asks whether what an action names exists. */
@ApplicationScoped
public class ReferenceQueries {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    boolean groupExists(GroupId id) {
        return exists("SELECT 1 FROM agent_group WHERE id = :id", id.value());
    }

    boolean skillExists(SkillId id) {
        return exists("SELECT 1 FROM skill WHERE id = :id", id.value());
    }

    boolean holdsTickets(UserId id) {
        return exists(
                "SELECT 1 FROM user WHERE id = :id AND active AND role IN ('ADMIN', 'SUPERVISOR', 'AGENT')",
                id.value());
    }

    boolean worksHere(UserId id) {
        return exists(
                "SELECT 1 FROM user WHERE id = :id AND active"
                        + " AND role IN ('ADMIN', 'SUPERVISOR', 'AGENT', 'LIGHT_AGENT')",
                id.value());
    }

    private boolean exists(String sql, UUID id) {
        return !em.createNativeQuery(sql)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("id", id.toString())
                .getResultList()
                .isEmpty();
    }
}
