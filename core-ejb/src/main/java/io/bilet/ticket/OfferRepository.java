package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores offers; each is ended once, by an update that carries its own condition. */
@ApplicationScoped
public class OfferRepository {

    private static final String OPEN_OF = "SELECT o FROM Offer o WHERE o.ticketId = :ticket AND o.state = OPEN";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public void add(Offer offer) {
        em.persist(offer);
    }

    /**
     * Reads an offer.
     *
     * @throws NotFound if there is none
     */
    public Offer get(OfferId id) {
        return EntityQueries.find(em, Offer.class, id.value()).orElseThrow(() -> new NotFound("offer"));
    }

    /** The open offer of a ticket. */
    public Optional<Offer> open(TicketId ticket) {
        return em.createQuery(OPEN_OF, Offer.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("ticket", ticket.value())
                .getResultStream()
                .findFirst();
    }

    /** Ends an offer that is open and has not run out; says whether it was. */
    public boolean end(Offer offer, OfferState state, Instant now) {
        String inTime = state == OfferState.ACCEPTED || state == OfferState.DECLINED ? " AND expires_at > :now" : "";
        int ended = em.createNativeQuery("UPDATE offer SET state = :state, answered_at = :now"
                        + " WHERE id = :id AND state = 'OPEN'" + inTime)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("state", state.name())
                .setParameter("now", Utc.column(now))
                .setParameter("id", offer.id().value().toString())
                .executeUpdate();
        em.refresh(offer);
        return ended > 0;
    }

    /** One page of what is or was offered to an agent, latest first. */
    public Slice<Offer> of(UserId agent, List<OfferState> states, Optional<Position> after, int limit) {
        UUID before = after.map(Position::id).orElseGet(() -> new UUID(-1, -1));
        var found = em.createQuery(
                        "SELECT o FROM Offer o WHERE o.agentId = :agent AND o.state IN :states AND o.id < :before"
                                + " ORDER BY o.id DESC",
                        Offer.class)
                .setParameter("agent", agent.value())
                .setParameter("states", states)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(found, limit, offer -> new Position("", offer.id().value()));
    }
}
