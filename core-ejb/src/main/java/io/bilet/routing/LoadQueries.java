package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Counts again what agents hold. */
@ApplicationScoped
public class LoadQueries {

    private static final String MISCOUNTED = """
            SELECT l.agent_id, l.load_units, COALESCE(SUM(t.units), 0)
            FROM agent_load l
            LEFT JOIN (
                SELECT COALESCE(assignee_id, offered_to_id) AS holder_id, units FROM ticket
                WHERE folder = 'INBOX' AND status IN ('NEW', 'OPEN')
            ) t ON t.holder_id = l.agent_id
            GROUP BY l.agent_id, l.load_units, l.open_count
            HAVING l.load_units <> COALESCE(SUM(t.units), 0) OR l.open_count <> COUNT(t.holder_id)
            ORDER BY l.agent_id
            """;

    /**
     * An agent of whom another number is kept than they hold.
     *
     * @param kept units of which routing believes that they hold them
     * @param held units of the tickets that are new or open in the inbox, and theirs or held out to them
     */
    public record Miscount(UserId agent, int kept, int held) {}

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Everybody whose count is wrong, as of one instant; empty unless there is a fault. */
    public List<Miscount> miscounted() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(MISCOUNTED).getResultList();
        return rows.stream()
                .map(row -> new Miscount(
                        new UserId(Columns.uuid(row[0])), (int) Columns.number(row[1]), (int) Columns.number(row[2])))
                .toList();
    }
}
