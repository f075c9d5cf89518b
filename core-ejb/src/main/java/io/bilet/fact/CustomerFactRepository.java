package io.bilet.fact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.typed.IndexedValueRepository;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.ValueTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written down about customers; an owner is the id of a user or of an organization. */
@ApplicationScoped
public class CustomerFactRepository {

    private static final String COLUMNS =
            "SELECT owner_id, fact_key, value_json, source, observed_at, expires_at, changed_at, previous_json"
                    + " FROM customer_fact ";

    private static final String KEEP = """
            INSERT INTO customer_fact (owner_id, fact_key, about, value_json, source, observed_at, expires_at,
                                       changed_at, previous_json)
            VALUES (:owner, :key, :about, :value, :source, :observed, :expires, :changed, :previous)
            ON DUPLICATE KEY UPDATE value_json = VALUES(value_json), source = VALUES(source),
                observed_at = VALUES(observed_at), expires_at = VALUES(expires_at),
                changed_at = VALUES(changed_at), previous_json = VALUES(previous_json)
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private IndexedValueRepository values;

    /** The facts of each, by key, in one statement; who has none is left out. */
    public Map<UUID, List<CustomerFact>> of(Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(COLUMNS + "WHERE owner_id IN (:owners) ORDER BY owner_id, fact_key")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("owners", owners)
                .getResultList();
        return rows.stream()
                .collect(groupingBy(row -> Columns.uuid(row[0]), mapping(CustomerFactRepository::fact, toList())));
    }

    /** One fact, to change it: whoever else wants to waits until this transaction ends. */
    Optional<CustomerFact> lock(UUID owner, String key) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(COLUMNS + "WHERE owner_id = :owner AND fact_key = :key FOR UPDATE")
                .setParameter("owner", owner)
                .setParameter("key", key)
                .getResultList();
        return rows.stream().map(CustomerFactRepository::fact).findFirst();
    }

    void keep(FactSubject about, UUID owner, CustomerFact fact) {
        em.createNativeQuery(KEEP)
                .setParameter("owner", owner)
                .setParameter("key", fact.key())
                .setParameter("about", about.name())
                .setParameter("value", fact.value().toString())
                .setParameter("source", fact.source())
                .setParameter("observed", Utc.column(fact.observedAt()))
                .setParameter("expires", Utc.column(fact.expiresAt()))
                .setParameter("changed", Utc.column(fact.changedAt()))
                .setParameter("previous", Objects.toString(fact.previous(), null))
                .executeUpdate();
        TypedValues indexed = TypedValues.of(Map.of(fact.key(), fact.value()));
        values.replace(ValueTable.OF_CUSTOMERS, owner, fact.key(), indexed.indexed());
    }

    void forget(UUID owner, String key) {
        em.createNativeQuery("DELETE FROM customer_fact WHERE owner_id = :owner AND fact_key = :key")
                .setParameter("owner", owner)
                .setParameter("key", key)
                .executeUpdate();
        values.replace(ValueTable.OF_CUSTOMERS, owner, key, List.of());
    }

    /** Forgets a key of everybody. */
    void forgetAll(FactSubject about, String key) {
        em.createNativeQuery("DELETE v FROM customer_fact_value v JOIN customer_fact f"
                        + " ON f.owner_id = v.owner_id AND f.fact_key = v.value_key"
                        + " WHERE f.fact_key = :key AND f.about = :about")
                .setParameter("key", key)
                .setParameter("about", about.name())
                .executeUpdate();
        em.createNativeQuery("DELETE FROM customer_fact WHERE fact_key = :key AND about = :about")
                .setParameter("key", key)
                .setParameter("about", about.name())
                .executeUpdate();
    }

    private static CustomerFact fact(Object[] row) {
        return new CustomerFact(
                Columns.text(row[1]),
                value(Columns.text(row[2])),
                Columns.text(row[3]),
                Objects.requireNonNull(Utc.instant(row[4])),
                Utc.instant(row[5]),
                Objects.requireNonNull(Utc.instant(row[6])),
                row[7] == null ? null : value(Columns.text(row[7])));
    }

    /** Any JSON value; the reader takes only an array or an object. */
    private static JsonValue value(@Nullable String stored) {
        return StoredJson.read("[" + stored + "]").asJsonArray().get(0);
    }
}
