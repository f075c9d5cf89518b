package io.bilet.automation.macro;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Macros, what they said before, and their uses. */
@ApplicationScoped
public class MacroRepository {

    /** What was answered long ago is no hint for today. */
    static final Duration COUNTED = Duration.ofDays(90);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String COUNT = "(SELECT COUNT(*) FROM macro_run r WHERE r.macro_id = m.id AND r.at > :since)";

    private static final String SEEN = "(m.scope = 'SHARED' OR (m.scope = 'PERSONAL' AND m.owner_id = :user)"
            + " OR (m.scope = 'GROUP' AND (:all OR m.group_id IN (:groups)))"
            + " OR (m.scope = 'ROLE' AND (:all OR m.role = :role))"
            + " OR (m.scope = 'BRAND' AND (:anyBrand OR m.brand_id IN (:brands))))";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    Optional<Macro> find(MacroId id) {
        return EntityQueries.find(em, Macro.class, id.value());
    }

    void add(Macro macro) {
        em.persist(macro);
        em.flush();
    }

    void remove(Macro macro) {
        em.remove(macro);
        em.flush();
    }

    /** Writes a change, so that the macro has its new version. */
    void flush() {
        em.flush();
    }

    /** Keeps what the macro says under its present version. */
    void keepVersion(Macro macro, UserId by) {
        em.createNativeQuery("INSERT INTO macro_version (macro_id, version, name, actions_json, changed_by, at)"
                        + " SELECT id, version, name, actions_json, :by, updated_at FROM macro WHERE id = :id")
                .setParameter("by", by.value().toString())
                .setParameter("id", macro.id().value().toString())
                .executeUpdate();
    }

    /** What it has said, the newest first. */
    Slice<MacroVersion> versions(MacroId id, Optional<Position> after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT version, name, actions_json, changed_by, at"
                        + " FROM macro_version WHERE macro_id = :id AND version < :before"
                        + " ORDER BY version DESC LIMIT " + (limit + 1))
                .setParameter("id", id.value().toString())
                .setParameter(
                        "before",
                        after.map(last -> Integer.parseInt(last.key())).orElse(Integer.MAX_VALUE))
                .getResultList();
        return Slice.of(
                rows.stream().map(MacroRepository::version).toList(),
                limit,
                last -> new Position(Integer.toString(last.version()), id.value()));
    }

    private static MacroVersion version(Object[] row) {
        return new MacroVersion(
                (int) Columns.number(row[0]),
                Columns.text(row[1]),
                StoredJson.read(Columns.text(row[2])).asJsonArray(),
                new UserId(Columns.uuid(row[3])),
                Objects.requireNonNull(Utc.instant(row[4])));
    }

    long uses(Macro macro, Instant now) {
        return Columns.number(em.createNativeQuery("SELECT " + COUNT + " FROM macro m WHERE m.id = :id")
                .setParameter("since", Utc.column(now.minus(COUNTED)))
                .setParameter("id", macro.id().value().toString())
                .getSingleResult());
    }

    /** The macros that the caller may use, with their uses. */
    Slice<CountedMacro> seenBy(Caller caller, MacroFilter filter, Optional<Position> after, int limit, Instant now) {
        String beyond = filter.mostUsedFirst()
                ? "uses < :key OR (uses = :key AND id > :id)"
                : "name > :key OR (name = :key AND id > :id)";
        Query query = em.createNativeQuery("SELECT id, uses FROM (SELECT m.id, m.name, " + COUNT + " AS uses"
                        + " FROM macro m WHERE " + SEEN + (filter.withoutArticle() ? " AND m.article_url IS NULL" : "")
                        + ") seen WHERE " + beyond
                        + (filter.mostUsedFirst() ? " ORDER BY uses DESC, id" : " ORDER BY name, id")
                        + " LIMIT " + (limit + 1))
                .setParameter("since", Utc.column(now.minus(COUNTED)))
                .setParameter("id", after.map(Position::id).orElse(BEFORE_ALL).toString());
        String key = after.map(Position::key).orElse(filter.mostUsedFirst() ? Long.toString(Long.MAX_VALUE) : "");
        query.setParameter("key", filter.mostUsedFirst() ? (Object) Long.valueOf(key) : key);
        setCaller(query, caller);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return Slice.of(rows.stream().map(this::counted).toList(), limit, last -> position(last, filter));
    }

    private static void setCaller(Query query, Caller caller) {
        List<String> brands =
                caller.brands().stream().map(brand -> brand.value().toString()).toList();
        query.setParameter("user", caller.userId().value().toString())
                .setParameter("all", caller.may(Permission.MACROS_MANAGE))
                .setParameter(
                        "groups", caller.groupIds().stream().map(UUID::toString).toList())
                .setParameter("role", caller.role().name())
                .setParameter("anyBrand", brands.isEmpty())
                .setParameter("brands", brands.isEmpty() ? List.of(BEFORE_ALL.toString()) : brands);
    }

    private CountedMacro counted(Object[] row) {
        return new CountedMacro(find(new MacroId(Columns.uuid(row[0]))).orElseThrow(), Columns.number(row[1]));
    }

    private static Position position(CountedMacro last, MacroFilter filter) {
        String key = filter.mostUsedFirst()
                ? Long.toString(last.uses())
                : last.macro().name();
        return new Position(key, last.macro().id().value());
    }

    /** How many macros are the user's own, or for others if there is no user. */
    long count(Optional<UserId> owner) {
        String of = owner.isPresent() ? "= 'PERSONAL' AND owner_id = :user" : "<> 'PERSONAL'";
        Query query = em.createNativeQuery("SELECT COUNT(*) FROM macro WHERE scope " + of);
        owner.ifPresent(user -> query.setParameter("user", user.value().toString()));
        return Columns.number(query.getSingleResult());
    }

    /** Counts a use. */
    public MacroRunId addRun(Macro macro, TicketId ticket, UserId agent, Instant now) {
        MacroRunId id = MacroRunId.next();
        em.createNativeQuery("INSERT INTO macro_run (id, macro_id, macro_version, ticket_id, agent_id, at)"
                        + " VALUES (:id, :macro, :version, :ticket, :agent, :at)")
                .setParameter("id", id.value().toString())
                .setParameter("macro", macro.id().value().toString())
                .setParameter("version", macro.version())
                .setParameter("ticket", ticket.value().toString())
                .setParameter("agent", agent.value().toString())
                .setParameter("at", Utc.column(now))
                .executeUpdate();
        return id;
    }
}
