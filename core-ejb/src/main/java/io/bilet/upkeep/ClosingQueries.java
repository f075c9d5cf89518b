package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds the solved tickets whose time has come, by an index. */
@ApplicationScoped
public class ClosingQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Up to {@code limit} tickets to be closed by {@code now} that are not in {@code queue}, the oldest first. */
    List<DueTicket> due(String queue, Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT CONCAT(t.id, ' ', t.closes_at) AS closing, t.id"
                        + " FROM ticket t WHERE t.closes_at <= :now AND t.status = 'SOLVED'"
                        + " AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue"
                        + " AND w.work_key = CONCAT(t.id, ' ', t.closes_at))"
                        + " ORDER BY t.closes_at LIMIT " + limit)
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        return rows.stream()
                .map(row -> new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1]))))
                .toList();
    }
}
