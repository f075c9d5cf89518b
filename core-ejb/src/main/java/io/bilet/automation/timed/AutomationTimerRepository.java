package io.bilet.automation.timed;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The timers of automations, one for each and a ticket; one that has acted stays, without a time. */
@ApplicationScoped
public class AutomationTimerRepository {

    private static final String ROW = "(?, ?, ?, ?, ?)";

    private static final String ARM =
            "INSERT INTO automation_timer (rule_id, ticket_id, arming, armed_at, due_at) VALUES %s"
                    + " ON DUPLICATE KEY UPDATE due_at = IF(arming = VALUES(arming), due_at, VALUES(due_at)),"
                    + " armed_at = IF(arming = VALUES(arming), armed_at, VALUES(armed_at)), arming = VALUES(arming)";

    private static final String DUE = """
            SELECT t.rule_id FROM automation_timer t
            JOIN automation a ON a.id = t.rule_id AND a.active AND a.arming = t.arming
            WHERE t.ticket_id = :ticket AND t.due_at <= :now ORDER BY t.due_at, a.position, a.id
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** A timer to be armed. */
    public record Armed(CompiledAutomation automation, TicketId ticket, Instant dueAt) {}

    /** Arms timers, in one statement; what is armed already, or has acted, stays as it is. */
    public void arm(Collection<Armed> several, Instant now) {
        if (several.isEmpty()) {
            return;
        }
        Query insert = em.createNativeQuery(ARM.formatted(String.join(", ", Collections.nCopies(several.size(), ROW))));
        int position = 1;
        for (Armed one : several) {
            insert.setParameter(position++, one.automation().id().value().toString());
            insert.setParameter(position++, one.ticket().value().toString());
            insert.setParameter(position++, one.automation().arming());
            insert.setParameter(position++, Utc.column(now));
            insert.setParameter(position++, Utc.column(one.dueAt()));
        }
        insert.executeUpdate();
    }

    /** Disarms timers of a ticket, in one statement. */
    public void disarm(TicketId ticket, Collection<AutomationId> rules) {
        if (!rules.isEmpty()) {
            em.createNativeQuery("DELETE FROM automation_timer WHERE ticket_id = :ticket AND rule_id IN (:rules)")
                    .setParameter("ticket", ticket.value().toString())
                    .setParameter("rules", texts(rules))
                    .executeUpdate();
        }
    }

    /** Disarms everything about a ticket. */
    public void disarm(TicketId ticket) {
        em.createNativeQuery("DELETE FROM automation_timer WHERE ticket_id = :ticket")
                .setParameter("ticket", ticket.value().toString())
                .executeUpdate();
    }

    /** The automations whose time has come for a ticket, longest due first. */
    public List<AutomationId> due(TicketId ticket, Instant now) {
        List<?> rows = em.createNativeQuery(DUE)
                .setParameter("ticket", ticket.value().toString())
                .setParameter("now", Utc.column(now))
                .getResultList();
        return rows.stream().map(row -> new AutomationId(Columns.uuid(row))).toList();
    }

    /** Notes that an automation has acted on a ticket; it does not again before it is armed anew. */
    public void acted(TicketId ticket, AutomationId rule) {
        em.createNativeQuery("UPDATE automation_timer SET due_at = NULL WHERE ticket_id = :ticket AND rule_id = :rule")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("rule", rule.value().toString())
                .executeUpdate();
    }

    /** Removes some timers of an automation that belong to an earlier arming; says how many. */
    public int sweep(AutomationId rule, int arming, int limit) {
        return em.createNativeQuery(
                        "DELETE FROM automation_timer WHERE rule_id = :rule AND arming < :arming LIMIT " + limit)
                .setParameter("rule", rule.value().toString())
                .setParameter("arming", arming)
                .executeUpdate();
    }

    private static List<String> texts(Collection<AutomationId> rules) {
        return rules.stream().map(id -> id.value().toString()).toList();
    }
}
