package io.bilet.audit;

import io.bilet.people.Actor;
import io.bilet.people.ActorType;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the audit log. */
@ApplicationScoped
public class AuditLogQueries {

    private static final String COLUMNS = "id, type, subject_id, actor_type, actor_id, on_behalf_of, cause, fields, at";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** What the entries of a list have in common; null asks nothing. */
    public record Filter(
            @Nullable UserId actor,
            @Nullable String subjectId,
            @Nullable String type) {}

    /** One page, newest first. */
    public Slice<LogEntry> page(Filter filter, Optional<Position> after, int limit) {
        List<String> where = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> values = new HashMap<>();
        is("actor_id", filter.actor() == null ? null : filter.actor().value().toString(), where, values);
        is("subject_id", filter.subjectId(), where, values);
        is("type", filter.type(), where, values);
        after.ifPresent(position -> {
            where.add("id < :after");
            values.put("after", position.id().toString());
        });
        Query query = em.createNativeQuery("SELECT " + COLUMNS + " FROM audit_log WHERE " + String.join(" AND ", where)
                + " ORDER BY id DESC LIMIT " + (limit + 1));
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return Slice.of(
                rows.stream().map(AuditLogQueries::entry).toList(),
                limit,
                entry -> new Position("", entry.id().value()));
    }

    private static void is(String column, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add("%1$s = :%1$s".formatted(column));
            values.put(column, value);
        }
    }

    private static LogEntry entry(Object[] row) {
        var actor =
                new Actor(Wire.read(ActorType.class, Columns.text(row[3]), "actor_type"), user(row[4]), user(row[5]));
        var act = new Act(actor, Columns.text(row[6]), Objects.requireNonNull(Utc.instant(row[8])));
        var change = new LogEntry.Change(
                Columns.text(row[1]),
                Columns.text(row[2]),
                StoredJson.read(Columns.text(row[7])).asJsonArray());
        return new LogEntry(new LogEntryId(Columns.uuid(row[0])), act, change);
    }

    private static @Nullable UserId user(@Nullable Object column) {
        UUID id = Columns.uuidOrNull(column);
        return id == null ? null : new UserId(id);
    }
}
