package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds open offers whose time has passed, by an index. */
@ApplicationScoped
public class OfferQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Up to {@code limit} offers that ran out before {@code now} and are not in {@code queue}, oldest first. */
    List<DueTicket> due(String queue, Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT CAST(o.id AS CHAR), o.ticket_id FROM offer o"
                        + " WHERE o.state = 'OPEN' AND o.expires_at <= :now"
                        + " AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue"
                        + " AND w.work_key = CAST(o.id AS CHAR)) ORDER BY o.expires_at LIMIT " + limit)
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        return rows.stream()
                .map(row -> new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1]))))
                .toList();
    }
}
