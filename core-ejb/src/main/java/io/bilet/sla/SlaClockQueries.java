package io.bilet.sla;

import static java.util.stream.Collectors.groupingBy;

import io.bilet.platform.database.Columns;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledgers of clocks. */
@ApplicationScoped
public class SlaClockQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Inject
    SlaPolicies policies;

    /** Up to {@code limit} tickets that have clocks, after one in the order of their ids. */
    List<TicketId> ticketsAfter(Optional<TicketId> after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery("SELECT DISTINCT ticket_id FROM sla_clock WHERE ticket_id > :after"
                        + " ORDER BY ticket_id LIMIT " + limit)
                .setParameter(
                        "after",
                        after.map(TicketId::value).orElse(new UUID(0, 0)).toString())
                .getResultList();
        return rows.stream().map(row -> new TicketId(Columns.uuid(row))).toList();
    }

    /** All steps of a ticket's clocks, oldest first, by clock. */
    public Map<ClockId, List<ClockEvent>> ledgers(TicketId ticket) {
        return ledger(ticket, 0, Integer.MAX_VALUE).stream()
                .map(ClockEventRow::event)
                .collect(groupingBy(step -> step.clock().id()));
    }

    /** Up to {@code limit} steps of a ticket's clocks after number {@code after}, oldest first. */
    public List<ClockEventRow> ledger(TicketId ticket, int after, int limit) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = em.createNativeQuery("SELECT " + String.join(", ", ClockEventRow.COLUMNS)
                        + " FROM sla_clock_event WHERE ticket_id = :ticket AND seq > :after ORDER BY seq LIMIT "
                        + limit)
                .setParameter("ticket", ticket.value().toString())
                .setParameter("after", after)
                .getResultList();
        return rows.stream().map(row -> ClockEventRow.read(row, policies)).toList();
    }
}
