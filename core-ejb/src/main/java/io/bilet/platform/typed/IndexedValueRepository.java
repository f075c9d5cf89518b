package io.bilet.platform.typed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Writes the rows by which values are found. */
@ApplicationScoped
public class IndexedValueRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Adds the rows of an owner who had none of these keys, in one statement; nothing without values. */
    public void insert(ValueTable table, UUID owner, List<IndexedValue> values) {
        if (values.isEmpty()) {
            return;
        }
        Query insert =
                em.createNativeQuery("INSERT INTO " + table + " (owner_id, value_key, place, word, number) VALUES "
                        + String.join(", ", Collections.nCopies(values.size(), "(?, ?, ?, ?, ?)")));
        int position = 1;
        for (IndexedValue value : values) {
            insert.setParameter(position++, owner.toString());
            insert.setParameter(position++, value.key());
            insert.setParameter(position++, value.place());
            insert.setParameter(position++, value.word());
            insert.setParameter(position++, value.number());
        }
        insert.executeUpdate();
    }

    /** Puts these in the place of all that the owner had. */
    public void replace(ValueTable table, UUID owner, List<IndexedValue> values) {
        em.createNativeQuery("DELETE FROM " + table + " WHERE owner_id = :owner")
                .setParameter("owner", owner.toString())
                .executeUpdate();
        insert(table, owner, values);
    }

    /** Puts these in the place of what the owner had under the key. */
    public void replace(ValueTable table, UUID owner, String key, List<IndexedValue> values) {
        em.createNativeQuery("DELETE FROM " + table + " WHERE owner_id = :owner AND value_key = :key")
                .setParameter("owner", owner.toString())
                .setParameter("key", key)
                .executeUpdate();
        insert(table, owner, values);
    }

    /** Whether anybody has a value under the key. */
    public boolean isUsed(ValueTable table, String key) {
        return !em.createNativeQuery("SELECT 1 FROM " + table + " WHERE value_key = :key LIMIT 1")
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }
}
