package io.bilet.field;

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

/** The custom fields. */
@ApplicationScoped
public class CustomFieldRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * The field of that id.
     *
     * @throws NotFound if there is none
     */
    public CustomField get(CustomFieldId id) {
        return EntityQueries.find(em, CustomField.class, id.value()).orElseThrow(() -> new NotFound("ticket field"));
    }

    /** Oldest first. */
    public Slice<CustomField> page(Optional<Position> after, int limit) {
        List<CustomField> rows = em.createQuery(
                        "SELECT f FROM CustomField f WHERE f.id > :after ORDER BY f.id", CustomField.class)
                .setParameter("after", after.map(Position::id).orElse(BEFORE_ALL))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, field -> new Position("", field.id().value()));
    }

    /** Those that can be filled in; does not write what the caller has not written yet. */
    List<CustomField> active() {
        return em.createQuery("SELECT f FROM CustomField f WHERE f.active = TRUE ORDER BY f.id", CustomField.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    long count() {
        return em.createQuery("SELECT COUNT(f) FROM CustomField f", Long.class).getSingleResult();
    }

    boolean isKeyTaken(String key) {
        return !em.createQuery("SELECT f.id FROM CustomField f WHERE f.key = :key")
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    void add(CustomField field) {
        em.persist(field);
        em.flush();
    }

    void remove(CustomField field) {
        em.remove(field);
        em.flush();
    }

    /** Writes what is pending, so that versions are final. */
    void flush() {
        em.flush();
    }
}
