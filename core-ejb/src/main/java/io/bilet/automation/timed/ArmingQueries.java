package io.bilet.automation.timed;

import io.bilet.platform.database.Columns;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds tickets for which automations can be armed. */
@ApplicationScoped
public class ArmingQueries {

    private static final String UNCLOSED = """
            SELECT t.id FROM ticket t WHERE t.id > :after AND t.status <> 'CLOSED' ORDER BY t.id LIMIT %d
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Up to {@code limit} tickets that are not closed, those after the given one only. */
    public List<TicketId> unclosed(Optional<TicketId> after, int limit) {
        List<?> rows = em.createNativeQuery(UNCLOSED.formatted(limit))
                .setParameter(
                        "after",
                        after.map(TicketId::value).orElse(new UUID(0, 0)).toString())
                .getResultList();
        return rows.stream().map(row -> new TicketId(Columns.uuid(row))).toList();
    }
}
