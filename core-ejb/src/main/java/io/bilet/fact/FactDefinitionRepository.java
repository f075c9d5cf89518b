package io.bilet.fact;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The definitions of facts. */
@ApplicationScoped
public class FactDefinitionRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * The definition of that id.
     *
     * @throws NotFound if there is none
     */
    public FactDefinition get(FactDefinitionId id) {
        return EntityQueries.find(em, FactDefinition.class, id.value())
                .orElseThrow(() -> new NotFound("fact definition"));
    }

    /** Oldest first. */
    public Slice<FactDefinition> page(Optional<Position> after, int limit) {
        List<FactDefinition> rows = em.createQuery(
                        "SELECT d FROM FactDefinition d WHERE d.id > :after ORDER BY d.id", FactDefinition.class)
                .setParameter("after", after.map(Position::id).orElse(BEFORE_ALL))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, one -> new Position("", one.id().value()));
    }

    /** All of them; does not write what the caller has not written yet. */
    List<FactDefinition> all() {
        return em.createQuery("SELECT d FROM FactDefinition d ORDER BY d.id", FactDefinition.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    long count() {
        return em.createQuery("SELECT COUNT(d) FROM FactDefinition d", Long.class)
                .getSingleResult();
    }

    boolean isKeyTaken(FactSubject about, String key) {
        return !em.createQuery("SELECT d.id FROM FactDefinition d WHERE d.about = :about AND d.key = :key")
                .setParameter("about", about)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    void add(FactDefinition definition) {
        em.persist(definition);
        em.flush();
    }

    void remove(FactDefinition definition) {
        em.remove(definition);
        em.flush();
    }

    /** Writes what is pending, so that versions are final. */
    void flush() {
        em.flush();
    }
}
