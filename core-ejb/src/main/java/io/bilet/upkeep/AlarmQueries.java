package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the clocks that have something to say by themselves, by an index: it costs what is due, not what is open. */
@ApplicationScoped
public class AlarmQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The oldest alarm of each ticket that has one from before {@code now} and is not in hand; an alarm that was put
     * aside stays aside.
     *
     * @param queue where alarms are that somebody has in hand
     */
    List<DueTicket> due(String queue, Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT CONCAT(c.id, ' ', c.next_alarm_at) AS alarm, c.ticket_id"
                        + " FROM sla_clock c WHERE c.next_alarm_at < :now"
                        + " AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue AND w.ordering_id = c.ticket_id"
                        + " AND (w.dead_at IS NULL OR w.work_key = CONCAT(c.id, ' ', c.next_alarm_at)))"
                        + " ORDER BY c.next_alarm_at LIMIT " + limit)
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        Map<TicketId, DueTicket> oldest = new LinkedHashMap<>();
        for (Object[] row : rows) {
            var alarm = new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1])));
            oldest.putIfAbsent(alarm.ticket(), alarm);
        }
        return List.copyOf(oldest.values());
    }
}
