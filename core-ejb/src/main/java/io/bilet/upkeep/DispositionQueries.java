package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds the tickets whose owner put them out of hand and about which something is due, each kind by its index. */
@ApplicationScoped
public class DispositionQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Up to {@code limit} snoozed tickets whose time has come or whose promise passed, not those in {@code queue}. */
    List<DueTicket> snoozes(String queue, Instant now, int limit) {
        return due("snooze_alarm_at", queue, now, limit);
    }

    /** Up to {@code limit} tickets handed over that nobody took in time; not those in {@code queue}. */
    List<DueTicket> handovers(String queue, Instant now, int limit) {
        return due("handover_alarm_at", queue, now, limit);
    }

    private List<DueTicket> due(String alarm, String queue, Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                        SELECT CONCAT(t.id, ' ', t.%1$s) AS alarm, t.id FROM ticket t WHERE t.%1$s < :now
                        AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue
                        AND w.work_key = CONCAT(t.id, ' ', t.%1$s))
                        ORDER BY t.%1$s LIMIT %2$d
                        """.formatted(alarm, limit))
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        return rows.stream()
                .map(row -> new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1]))))
                .toList();
    }
}
