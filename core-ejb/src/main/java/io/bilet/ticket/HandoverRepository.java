package io.bilet.ticket;

import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Stores handovers. */
@ApplicationScoped
public class HandoverRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public void add(Handover handover) {
        em.persist(handover);
    }

    /**
     * A handover of a ticket.
     *
     * @throws NotFound if the ticket has none of that id
     */
    public Handover get(TicketId ticket, HandoverId id) {
        return em.createQuery("SELECT h FROM Handover h WHERE h.ticketId = :ticket AND h.id = :id", Handover.class)
                .setParameter("ticket", ticket.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("handover"));
    }

    /** One page of a ticket's handovers, oldest first. */
    public Slice<Handover> of(TicketId ticket, Optional<Position> after, int limit) {
        UUID first = after.map(Position::id).orElseGet(() -> new UUID(0, 0));
        var found = em.createQuery(
                        "SELECT h FROM Handover h WHERE h.ticketId = :ticket AND h.id > :first ORDER BY h.id",
                        Handover.class)
                .setParameter("ticket", ticket.value())
                .setParameter("first", first)
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(found, limit, handover -> new Position("", handover.id().value()));
    }
}
