package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.schedule.ScheduleId;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds the clocks that have something to say by themselves, by an index: it costs what is due, not what is open. */
@ApplicationScoped
public class AlarmQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * Running clocks planned by the hours of a schedule, after a place in the order of their alarms. A clock that is
     * planned anew meanwhile may be found twice, and is found at least once unless somebody else planned it.
     */
    List<Planned> planned(ScheduleId schedule, Planned after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT next_alarm_at, id, ticket_id FROM sla_clock"
                        + " WHERE (next_alarm_at > :at OR next_alarm_at = :at AND id > :id) AND schedule_id = :schedule"
                        + " ORDER BY next_alarm_at, id LIMIT " + limit)
                .setParameter("at", Utc.column(after.alarmAt()))
                .setParameter("id", after.clock().toString())
                .setParameter("schedule", schedule.value().toString())
                .getResultList();
        return rows.stream()
                .map(row -> new Planned(
                        Objects.requireNonNull(Utc.instant(row[0])),
                        Columns.uuid(row[1]),
                        new TicketId(Columns.uuid(row[2]))))
                .toList();
    }

    /** One running clock, and its place in the order of alarms. */
    record Planned(Instant alarmAt, UUID clock, TicketId ticket) {

        static final Planned FIRST = new Planned(Instant.EPOCH, new UUID(0, 0), new TicketId(new UUID(0, 0)));
    }

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
