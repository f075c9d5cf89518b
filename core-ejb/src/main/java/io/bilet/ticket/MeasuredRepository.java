package io.bilet.ticket;

import io.bilet.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How far the record of each ticket has been measured; no change of the ticket. */
@ApplicationScoped
public class MeasuredRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Notes how many entries of each ticket's record were measured. Waits for nobody: a ticket that is being changed
     * is left out, and found again.
     */
    public void measured(Map<TicketId, Long> entries) {
        Map<UUID, Long> counts = new TreeMap<>();
        entries.forEach((ticket, count) -> counts.put(ticket.value(), count));
        counts.keySet().retainAll(free(List.copyOf(counts.keySet())));
        if (counts.isEmpty()) {
            return;
        }
        String cases = String.join(" ", Collections.nCopies(counts.size(), "WHEN ? THEN ?"));
        String ids = String.join(", ", Collections.nCopies(counts.size(), "?"));
        Query update = em.createNativeQuery(
                "UPDATE ticket SET measured_count = CASE id %s END WHERE id IN (%s)".formatted(cases, ids));
        int position = 1;
        for (var each : counts.entrySet()) {
            update.setParameter(position++, each.getKey().toString());
            update.setParameter(position++, each.getValue());
        }
        for (UUID id : counts.keySet()) {
            update.setParameter(position++, id.toString());
        }
        update.executeUpdate();
    }

    private List<UUID> free(List<UUID> tickets) {
        List<?> ids = em.createNativeQuery("SELECT id FROM ticket WHERE id IN (:ids) FOR UPDATE SKIP LOCKED")
                .setParameter("ids", tickets)
                .getResultList();
        return ids.stream().map(Columns::uuid).toList();
    }
}
