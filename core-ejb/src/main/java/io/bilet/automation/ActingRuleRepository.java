package io.bilet.automation;

import io.bilet.condition.FieldUser;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Like;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores acting rules of one kind, and every wording they ever had. */
public abstract class ActingRuleRepository<R extends ActingRule> {

    private static final String IN_ORDER = " ORDER BY r.listing.position, r.id";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    private final Class<R> type;
    private final String table;
    private final String called;

    /**
     * Names what is stored.
     *
     * @param table its table; the one of its wordings has {@code _version} after it
     * @param called what people call such a rule
     */
    protected ActingRuleRepository(Class<R> type, String table, String called) {
        this.type = type;
        this.table = table;
        this.called = called;
    }

    /**
     * Reads a rule.
     *
     * @throws NotFound if there is none
     */
    public R get(UUID id) {
        return EntityQueries.find(em, type, id).orElseThrow(() -> new NotFound(called));
    }

    public void add(R rule) {
        em.persist(rule);
        em.flush();
    }

    public void remove(R rule) {
        em.remove(rule);
        em.flush();
    }

    /** Writes a change, so that the rule has its new version. */
    public void flush() {
        em.flush();
    }

    /** Keeps the present wording, also for when the rule is gone. */
    public void keepWording(R rule, Instant now) {
        em.createNativeQuery("INSERT IGNORE INTO " + table + "_version"
                        + " (rule_id, version, name, condition_json, actions_json, made_at)"
                        + " VALUES (:id, :version, :name, :condition, :actions, :now)")
                .setParameter("id", rule.key().toString())
                .setParameter("version", rule.version())
                .setParameter("name", rule.listing().name())
                .setParameter("condition", rule.condition().toString())
                .setParameter("actions", rule.actions().toString())
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    /** Those that are asked, in order; the caller's transaction neither writes nor keeps anything by that. */
    public List<R> active() {
        List<R> rules = em.createQuery(
                        "SELECT r FROM " + type.getSimpleName() + " r WHERE r.listing.active = TRUE" + IN_ORDER, type)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        rules.forEach(em::detach);
        return rules;
    }

    /** Up to {@code limit} rules in order, those after the given place only. */
    public List<R> after(int position, UUID id, int limit) {
        return em.createQuery(
                        "SELECT r FROM " + type.getSimpleName() + " r WHERE r.listing.position > :position"
                                + " OR (r.listing.position = :position AND r.id > :id)" + IN_ORDER,
                        type)
                .setParameter("position", position)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    public int lastPosition() {
        return (int) number("SELECT COALESCE(MAX(position), 0) FROM " + table);
    }

    public long count() {
        return number("SELECT COUNT(*) FROM " + table);
    }

    /** Whether another rule than {@code except} has this name. */
    public boolean isNameTaken(String name, UUID except) {
        return !em.createNativeQuery("SELECT 1 FROM " + table + " WHERE name = :name AND id <> :except")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("name", name)
                .setParameter("except", except.toString())
                .getResultList()
                .isEmpty();
    }

    /** Whether a condition or an action names what has these digits in its id. */
    public boolean mentions(UUID id) {
        return !em.createNativeQuery(
                        "SELECT 1 FROM " + table
                                + " WHERE condition_json LIKE :digits ESCAPE '!' OR actions_json LIKE :digits ESCAPE '!' LIMIT 1")
                .setParameter("digits", Like.containing(id.toString().replace("-", "")))
                .getResultList()
                .isEmpty();
    }

    /** Some of those that ask about a field. */
    public List<FieldUser.Use> usesOf(String field) {
        @SuppressWarnings("unchecked")
        List<String> names = em.createNativeQuery(
                        "SELECT name FROM " + table + " WHERE condition_json LIKE :checks ESCAPE '!' LIMIT 10")
                .setParameter("checks", FieldUser.checksOf(field))
                .getResultList();
        return names.stream().map(name -> new FieldUser.Use(called, name)).toList();
    }

    private long number(String sql) {
        return Columns.number(em.createNativeQuery(sql).getSingleResult());
    }
}
