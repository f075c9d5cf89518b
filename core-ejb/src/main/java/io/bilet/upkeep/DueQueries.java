package io.bilet.upkeep;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds the tickets about which something is due that nobody has in hand, each kind by its index, oldest first. */
@ApplicationScoped
public class DueQueries {

    private static final String DUE = """
            SELECT %1$s AS due_key, %2$s FROM %3$s
            AND NOT EXISTS (SELECT 1 FROM work w WHERE w.queue = :queue AND w.work_key = %1$s)
            ORDER BY %4$s LIMIT %5$d
            """;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Up to {@code limit} solved tickets to be closed by {@code now}; not those in {@code queue}. */
    List<DueTicket> closings(String queue, Instant now, int limit) {
        return due(
                DUE.formatted(
                        "CONCAT(t.id, ' ', t.closes_at)",
                        "t.id",
                        "ticket t WHERE t.closes_at <= :now AND t.status = 'SOLVED'",
                        "t.closes_at",
                        limit),
                queue,
                now);
    }

    /** Up to {@code limit} tickets whose open offer ran out by {@code now}; not those in {@code queue}. */
    List<DueTicket> offers(String queue, Instant now, int limit) {
        return due(
                DUE.formatted(
                        "CAST(o.id AS CHAR)",
                        "o.ticket_id",
                        "offer o WHERE o.state = 'OPEN' AND o.expires_at <= :now",
                        "o.expires_at",
                        limit),
                queue,
                now);
    }

    /** Up to {@code limit} tickets for which the time of an automation has come; not those in {@code queue}. */
    List<DueTicket> automations(String queue, Instant now, int limit) {
        return due(
                DUE.formatted(
                        "CONCAT(a.rule_id, ' ', a.ticket_id, ' ', a.due_at)",
                        "a.ticket_id",
                        "automation_timer a JOIN automation r ON r.id = a.rule_id AND r.active AND r.arming = a.arming"
                                + " WHERE a.due_at <= :now",
                        "a.due_at",
                        limit),
                queue,
                now);
    }

    /** Up to {@code limit} snoozed tickets whose time has come or whose promise passed, not those in {@code queue}. */
    List<DueTicket> snoozes(String queue, Instant now, int limit) {
        return alarms("t.snooze_alarm_at", queue, now, limit);
    }

    /** Up to {@code limit} tickets handed over that nobody took in time; not those in {@code queue}. */
    List<DueTicket> handovers(String queue, Instant now, int limit) {
        return alarms("t.handover_alarm_at", queue, now, limit);
    }

    private List<DueTicket> alarms(String alarm, String queue, Instant now, int limit) {
        String key = "CONCAT(t.id, ' ', %s)".formatted(alarm);
        return due(DUE.formatted(key, "t.id", "ticket t WHERE %s < :now".formatted(alarm), alarm, limit), queue, now);
    }

    private List<DueTicket> due(String sql, String queue, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(sql)
                .setParameter("now", Utc.column(now))
                .setParameter("queue", queue)
                .getResultList();
        return rows.stream()
                .map(row -> new DueTicket(Columns.text(row[0]), new TicketId(Columns.uuid(row[1]))))
                .toList();
    }
}
