package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;

/** Counts what agents hold, by updates that carry their own condition; never by reading first. */
@ApplicationScoped
class LoadRepository {

    private static final String CLAIM = """
            UPDATE agent_load l JOIN agent a ON a.id = l.agent_id
            SET l.open_count = l.open_count + 1, l.last_assigned_at = :now
            WHERE l.agent_id = :agent AND a.presence = 'ONLINE' AND l.open_count < a.capacity
            """;

    private static final String TAKE = "UPDATE agent_load SET open_count = open_count + 1 WHERE agent_id = :agent";

    private static final String RELEASE =
            "UPDATE agent_load SET open_count = open_count - 1 WHERE agent_id = :agent AND open_count > 0";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Gives one more ticket to an agent if they are online and have room; says whether they were. */
    boolean claim(UserId agent, Instant now) {
        return update(CLAIM, agent).setParameter("now", Utc.column(now)).executeUpdate() > 0;
    }

    /** An agent holds one more ticket, whatever their capacity: it came back to them, or somebody ordered it. */
    void take(UserId agent) {
        update(TAKE, agent).executeUpdate();
    }

    /** An agent holds one ticket less. */
    void release(UserId agent) {
        update(RELEASE, agent).executeUpdate();
    }

    private Query update(String sql, UserId agent) {
        return em.createNativeQuery(sql)
                .setFlushMode(FlushModeType.COMMIT) // so that a ticket is written once, with its owner
                .setParameter("agent", agent.value().toString());
    }
}
