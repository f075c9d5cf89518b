package io.bilet.mail;

import io.bilet.brand.BrandId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The support addresses. */
@ApplicationScoped
public class SupportAddressRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ALL_MAX = 1_000;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The address of that id.
     *
     * @throws NotFound if there is none
     */
    public SupportAddress get(SupportAddressId id) {
        return EntityQueries.find(em, SupportAddress.class, id.value())
                .orElseThrow(() -> new NotFound("support address"));
    }

    /** Oldest first. */
    public Slice<SupportAddress> page(Optional<Position> after, int limit) {
        List<SupportAddress> rows = em.createQuery(
                        "SELECT a FROM SupportAddress a WHERE a.id > :after ORDER BY a.id", SupportAddress.class)
                .setParameter("after", after.map(Position::id).orElse(BEFORE_ALL))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, address -> new Position("", address.id().value()));
    }

    /** Oldest first; for the copy in memory. */
    List<SupportAddress> all() {
        return em.createQuery("SELECT a FROM SupportAddress a ORDER BY a.id", SupportAddress.class)
                .setMaxResults(ALL_MAX)
                .getResultList();
    }

    boolean isTaken(String normalized) {
        return !em.createQuery("SELECT a.id FROM SupportAddress a WHERE a.normalized = :normalized", UUID.class)
                .setParameter("normalized", normalized)
                .getResultList()
                .isEmpty();
    }

    void add(SupportAddress address) {
        em.persist(address);
    }

    void remove(SupportAddress address) {
        em.remove(address);
    }

    /** Takes the default of a brand from whichever address has it. */
    void clearDefault(BrandId brand) {
        em.createQuery("UPDATE SupportAddress a SET a.isDefault = FALSE, a.version = a.version + 1"
                        + " WHERE a.isDefault = TRUE AND a.brandId = :brand")
                .setParameter("brand", brand.value())
                .executeUpdate();
    }

    void flush() {
        em.flush();
    }
}
