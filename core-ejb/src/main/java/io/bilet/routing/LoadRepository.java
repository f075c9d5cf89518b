package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import io.bilet.routing.Need.Work;
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
            SET l.open_count = l.open_count + 1, l.load_units = l.load_units + :units, l.last_assigned_at = :now
            WHERE l.agent_id = :agent AND a.presence = 'ONLINE' AND l.load_units + :units <= a.capacity - :reserve
              AND LOCATE(:channel, CONCAT(' ', a.paused_channels, ' ')) = 0
            """;

    private static final String TAKE = "UPDATE agent_load SET open_count = open_count + 1,"
            + " load_units = load_units + :units WHERE agent_id = :agent";

    private static final String RELEASE = "UPDATE agent_load SET open_count = open_count - 1,"
            + " load_units = GREATEST(load_units - :units, 0) WHERE agent_id = :agent AND open_count > 0";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Gives one more ticket to an agent if they are online, take its channel and have room; says whether they did.
     *
     * @param reserve units that must stay free
     */
    boolean claim(UserId agent, Work work, int reserve, Instant now) {
        return update(CLAIM, agent, work.units())
                        .setParameter("reserve", reserve)
                        .setParameter("channel", " " + Wire.of(work.channel()) + " ")
                        .setParameter("now", Utc.column(now))
                        .executeUpdate()
                > 0;
    }

    /** An agent holds one more ticket, whatever their capacity: it came back to them, or somebody ordered it. */
    void take(UserId agent, int units) {
        update(TAKE, agent, units).executeUpdate();
    }

    /** An agent holds one ticket less. */
    void release(UserId agent, int units) {
        update(RELEASE, agent, units).executeUpdate();
    }

    private Query update(String sql, UserId agent, int units) {
        return em.createNativeQuery(sql)
                .setFlushMode(FlushModeType.COMMIT) // so that a ticket is written once, with its owner
                .setParameter("units", units)
                .setParameter("agent", agent.value().toString());
    }
}
