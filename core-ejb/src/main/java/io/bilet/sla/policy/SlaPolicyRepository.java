package io.bilet.sla.policy;

import io.bilet.condition.Listing;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores SLA policies and every version they ever had. */
@ApplicationScoped
public class SlaPolicyRepository {

    private static final String IN_ORDER = " ORDER BY p.listing.position, p.id";

    private static final Position BEFORE_ALL = new Position("0", new UUID(0, 0));

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * Reads a policy.
     *
     * @throws NotFound if there is none
     */
    public SlaPolicy get(SlaPolicyId id) {
        return EntityQueries.find(em, SlaPolicy.class, id.value()).orElseThrow(() -> new NotFound("SLA policy"));
    }

    /** One page of policies, in the order in which they are asked. */
    public Slice<SlaPolicy> page(Optional<Position> after, int limit) {
        Position from = after.orElse(BEFORE_ALL);
        List<SlaPolicy> rows = em.createQuery(
                        "SELECT p FROM SlaPolicy p WHERE p.listing.position > :position"
                                + " OR (p.listing.position = :position AND p.id > :id)" + IN_ORDER,
                        SlaPolicy.class)
                .setParameter("position", Integer.parseInt(from.key()))
                .setParameter("id", from.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(
                rows,
                limit,
                last -> new Position(
                        Integer.toString(last.listing().position()), last.id().value()));
    }

    /** The policies that are asked, in order; does not flush what the caller has not written yet. */
    List<SlaPolicy> active() {
        return em.createQuery("SELECT p FROM SlaPolicy p WHERE p.listing.active = TRUE" + IN_ORDER, SlaPolicy.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    void add(SlaPolicy policy) {
        em.persist(policy);
        em.flush();
    }

    void remove(SlaPolicy policy) {
        em.remove(policy);
        em.flush();
    }

    /** Writes a change, so that the policy has its new version. */
    void flush() {
        em.flush();
    }

    /** Keeps the present version for good: clocks and their ledgers refer to it. */
    void keepVersion(SlaPolicy policy) {
        em.createNativeQuery("INSERT IGNORE INTO sla_policy_version (policy_id, version, name, terms, made_at)"
                        + " VALUES (:id, :version, :name, :terms, :made)")
                .setParameter("id", policy.id().value().toString())
                .setParameter("version", policy.version())
                .setParameter("name", policy.listing().name())
                .setParameter("terms", policy.terms().toString())
                .setParameter("made", Utc.column(policy.listing().updatedAt()))
                .executeUpdate();
    }

    /** The terms of one version that was kept. */
    JsonObject version(SlaPolicyId id, int version) {
        Object terms = em.createNativeQuery(
                        "SELECT terms FROM sla_policy_version WHERE policy_id = :id AND version = :version")
                .setParameter("id", id.value().toString())
                .setParameter("version", version)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return StoredJson.readObject(Columns.text(terms));
    }

    /** The versions a policy ever had, oldest first. */
    List<Integer> versions(SlaPolicyId id) {
        @SuppressWarnings("unchecked")
        List<Object> versions = em.createNativeQuery(
                        "SELECT version FROM sla_policy_version WHERE policy_id = :id ORDER BY version")
                .setParameter("id", id.value().toString())
                .getResultList();
        return versions.stream().map(version -> (int) Columns.number(version)).toList();
    }

    /** The last place in use before the very last. */
    int lastPosition() {
        return (int) Columns.number(em.createQuery(
                        "SELECT COALESCE(MAX(p.listing.position), 0) FROM SlaPolicy p WHERE p.listing.position < :last")
                .setParameter("last", Listing.POSITION_MAX)
                .getSingleResult());
    }

    long count() {
        return em.createQuery("SELECT COUNT(p) FROM SlaPolicy p", Long.class).getSingleResult();
    }

    /** Whether another policy than {@code except} has this name. */
    boolean isNameTaken(String name, SlaPolicyId except) {
        return em.createQuery(
                                "SELECT COUNT(p) FROM SlaPolicy p WHERE p.listing.name = :name AND p.id <> :except",
                                Long.class)
                        .setParameter("name", name)
                        .setParameter("except", except.value())
                        .getSingleResult()
                > 0;
    }
}
