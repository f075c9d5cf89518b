package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds the snoozed tickets whose time has come and the promises whose time has passed, by an index. */
@ApplicationScoped
public class SnoozeQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Up to {@code limit} tickets with an alarm from before {@code now} that is not in {@code queue}, oldest first. */
    List<DueTicket> due(String queue, Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT CONCAT(t.id, ' ', t.snooze_alarm_at) AS alarm, t.id"
                        + " FROM ticket t WHERE t.snooze_alarm_at < :now"
                        + " AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue"
                        + " AND w.work_key = CONCAT(t.id, ' ', t.snooze_alarm_at))"
                        + " ORDER BY t.snooze_alarm_at LIMIT " + limit)
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        return rows.stream()
                .map(row -> new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1]))))
                .toList();
    }
}
