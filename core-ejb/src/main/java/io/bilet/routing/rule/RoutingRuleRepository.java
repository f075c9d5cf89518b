package io.bilet.routing.rule;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Stores routing rules. */
@ApplicationScoped
public class RoutingRuleRepository {

    private static final String IN_ORDER = " ORDER BY r.listing.position, r.id";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Reads a rule.
     *
     * @throws NotFound if there is none
     */
    public RoutingRule get(RoutingRuleId id) {
        return EntityQueries.find(em, RoutingRule.class, id.value()).orElseThrow(() -> new NotFound("routing rule"));
    }

    void add(RoutingRule rule) {
        em.persist(rule);
        em.flush();
    }

    void remove(RoutingRule rule) {
        em.remove(rule);
        em.flush();
    }

    /** Writes a change, so that the rule has its new version. */
    void flush() {
        em.flush();
    }

    /** The rules that are asked, in order. */
    List<RoutingRule> active() {
        return em.createQuery("SELECT r FROM RoutingRule r WHERE r.listing.active = TRUE" + IN_ORDER, RoutingRule.class)
                .getResultList();
    }

    /** Up to {@code limit} rules in order, those after the given place only. */
    List<RoutingRule> after(int position, RoutingRuleId id, int limit) {
        return em.createQuery(
                        "SELECT r FROM RoutingRule r WHERE r.listing.position > :position"
                                + " OR (r.listing.position = :position AND r.id > :id)" + IN_ORDER,
                        RoutingRule.class)
                .setParameter("position", position)
                .setParameter("id", id.value())
                .setMaxResults(limit)
                .getResultList();
    }

    int lastPosition() {
        Object last = em.createQuery("SELECT COALESCE(MAX(r.listing.position), 0) FROM RoutingRule r")
                .getSingleResult();
        return (int) Columns.number(last);
    }

    long count() {
        return em.createQuery("SELECT COUNT(r) FROM RoutingRule r", Long.class).getSingleResult();
    }

    /** Whether another rule than {@code except} has this name. */
    boolean isNameTaken(String name, RoutingRuleId except) {
        return em.createQuery(
                                "SELECT COUNT(r) FROM RoutingRule r WHERE r.listing.name = :name AND r.id <> :except",
                                Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("name", name)
                        .setParameter("except", except.value())
                        .getSingleResult()
                > 0;
    }
}
