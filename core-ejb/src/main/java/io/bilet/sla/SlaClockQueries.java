package io.bilet.sla;

import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ledgers of clocks. */
@ApplicationScoped
public class SlaClockQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Inject
    SlaPolicies policies;

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
