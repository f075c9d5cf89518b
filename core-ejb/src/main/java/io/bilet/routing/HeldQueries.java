package io.bilet.routing;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads what an agent works on now, or is held out to them. */
@ApplicationScoped
public class HeldQueries {

    private static final String HELD = """
            SELECT id FROM ticket WHERE assignee_id = :agent AND inbox_folder = 'INBOX' AND status IN ('NEW', 'OPEN')
            UNION ALL
            SELECT id FROM ticket WHERE offered_to_id = :agent
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public List<TicketId> by(UserId agent) {
        List<?> rows = em.createNativeQuery(HELD)
                .setParameter("agent", agent.value().toString())
                .getResultList();
        return rows.stream().map(row -> new TicketId(Columns.uuid(row))).toList();
    }
}
