package io.bilet.brand;

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

/** The brands. */
@ApplicationScoped
public class BrandRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The brand of that id.
     *
     * @throws NotFound if there is none
     */
    public Brand get(BrandId id) {
        return find(id).orElseThrow(() -> new NotFound("brand"));
    }

    public Optional<Brand> find(BrandId id) {
        return EntityQueries.find(em, Brand.class, id.value());
    }

    /** The one that takes what names no other; the first migration made one. */
    public Brand theDefault() {
        return em.createQuery("SELECT b FROM Brand b WHERE b.isDefault = TRUE", Brand.class)
                .getSingleResult();
    }

    /** Oldest first. */
    public Slice<Brand> page(Optional<Position> after, int limit) {
        List<Brand> rows = em.createQuery("SELECT b FROM Brand b WHERE b.id > :after ORDER BY b.id", Brand.class)
                .setParameter("after", after.map(Position::id).orElse(BEFORE_ALL))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, brand -> new Position("", brand.id().value()));
    }

    public void add(Brand brand) {
        em.persist(brand);
    }

    /** Takes the default from whichever brand has it. */
    void clearDefault() {
        em.createQuery("UPDATE Brand b SET b.isDefault = FALSE, b.version = b.version + 1 WHERE b.isDefault = TRUE")
                .executeUpdate();
    }

    /** Writes what is pending, so that versions are final. */
    public void flush() {
        em.flush();
    }
}
