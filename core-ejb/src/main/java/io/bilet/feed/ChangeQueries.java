package io.bilet.feed;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.audit.Act;
import io.bilet.people.Actor;
import io.bilet.people.ActorType;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads numbered rows of the records. */
@ApplicationScoped
class ChangeQueries {

    private static final String ACT = "actor_type, %1$s.actor_id, %1$s.on_behalf_of, %1$s.cause, %1$s.at";

    private static final String RANGE = " WHERE %1$s.feed_no > :after AND %1$s.feed_no <= :until";

    private static final String EVENTS = "SELECT e.feed_no, e.type, e." + ACT.formatted("e")
            + ", e.ticket_id, e.seq, e.data, COALESCE(%s, FALSE)"
            + " FROM ticket_event e FORCE INDEX (ix_ticket_event_feed) JOIN ticket t ON t.id = e.ticket_id"
            + RANGE.formatted("e") + " ORDER BY e.feed_no LIMIT %d";

    private static final String ENTRIES = "SELECT l.feed_no, l.type, l." + ACT.formatted("l")
            + ", l.subject_id, l.fields FROM audit_log l FORCE INDEX (ix_audit_log_feed)"
            + RANGE.formatted("l") + " ORDER BY l.feed_no LIMIT %d";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** A change, and whether the caller sees what it is about as it stands now. */
    record Row(Change change, boolean seen) {}

    /** Up to {@code limit} events of tickets after one number and up to another, in their order. */
    List<Row> events(Caller caller, long after, long until, int limit) {
        TicketScope scope = TicketScope.of(caller);
        Query query = em.createNativeQuery(EVENTS.formatted(scope.condition("t"), limit));
        scope.parameters().forEach(query::setParameter);
        return rows(query, after, until).stream()
                .map(row -> new Row(event(row), Columns.truth(row[10])))
                .toList();
    }

    /** Up to {@code limit} entries of the audit log likewise; seen are those of the given types of things. */
    List<Row> entries(Collection<String> types, long after, long until, int limit) {
        return rows(em.createNativeQuery(ENTRIES.formatted(limit)), after, until).stream()
                .map(ChangeQueries::entry)
                .map(change -> new Row(change, types.contains(change.subject().type())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query, long after, long until) {
        return query.setParameter("after", after).setParameter("until", until).getResultList();
    }

    private static Change event(Object[] row) {
        JsonObject data = StoredJson.readObject(Columns.text(row[9]));
        var subject =
                new Change.Subject("ticket", new TicketId(Columns.uuid(row[7])).toString(), Columns.number(row[8]));
        return new Change(Columns.number(row[0]), Columns.text(row[1]), subject, act(row), Change.fieldsOf(data), data);
    }

    private static Change entry(Object[] row) {
        String type = Columns.text(row[1]);
        var subject = new Change.Subject(type.substring(0, type.indexOf('.')), Columns.text(row[7]), null);
        List<String> fields =
                Change.fieldsOf(StoredJson.read(Columns.text(row[8])).asJsonArray());
        return new Change(Columns.number(row[0]), type, subject, act(row), fields, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static Act act(Object[] row) {
        var actor =
                new Actor(Wire.read(ActorType.class, Columns.text(row[2]), "actor_type"), user(row[3]), user(row[4]));
        return new Act(actor, Columns.text(row[5]), Objects.requireNonNull(Utc.instant(row[6])));
    }

    private static @Nullable UserId user(@Nullable Object column) {
        UUID id = Columns.uuidOrNull(column);
        return id == null ? null : new UserId(id);
    }
}
