package io.bilet.escalation;

import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Stores escalations. */
@ApplicationScoped
public class EscalationRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public void add(Escalation escalation) {
        em.persist(escalation);
    }

    /** One page of a ticket's escalations, oldest first. */
    public Slice<Escalation> of(TicketId ticket, Optional<Position> after, int limit) {
        UUID first = after.map(Position::id).orElseGet(() -> new UUID(0, 0));
        var found = em.createQuery(
                        "SELECT e FROM Escalation e WHERE e.ticketId = :ticket AND e.id > :first ORDER BY e.id",
                        Escalation.class)
                .setParameter("ticket", ticket.value())
                .setParameter("first", first)
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(
                found, limit, escalation -> new Position("", escalation.id().value()));
    }

    /** The last time the ticket went up from a tier. */
    public Optional<Escalation> lastUpFrom(TicketId ticket, int tier) {
        return em.createQuery(
                        "SELECT e FROM Escalation e WHERE e.ticketId = :ticket AND e.fromTier = :tier"
                                + " AND e.toTier > e.fromTier ORDER BY e.id DESC",
                        Escalation.class)
                .setParameter("ticket", ticket.value())
                .setParameter("tier", tier)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
