package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.paging.Position;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

/** Asks the database for the tickets of a view; one the caller may not see is not there. */
@ApplicationScoped
class ViewQueries {

    /** Between the two parts of a position; no group key holds one. */
    private static final String PART = "\n";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** A ticket, and where it stands in its view. */
    record Row(Ticket ticket, Position position) {}

    /** Up to {@code limit} tickets in the order of the layout, those after the position only. */
    List<Row> after(
            Optional<Position> position, Caller caller, StoredCondition condition, ViewLayout layout, int limit) {
        String direction = layout.sort().isDescending() ? " DESC" : "";
        Map<String, Object> values = new HashMap<>();
        String where = where(caller, condition, values)
                + position.map(place -> " AND " + beyond(place, layout, values)).orElse("");
        String sql = "SELECT {t.*}, %1$s AS bundle, %2$s AS sorted_by FROM ticket t WHERE %3$s"
                        .formatted(layout.grouping().expression(), layout.sort().column(), where)
                + " ORDER BY bundle, sorted_by" + direction + ", t.id" + direction + " LIMIT " + limit;
        @SuppressWarnings("unchecked")
        List<Object[]> rows = bound(
                        em.createNativeQuery(sql)
                                .unwrap(NativeQuery.class)
                                .addEntity("t", Ticket.class)
                                .addScalar("bundle")
                                .addScalar("sorted_by"),
                        values)
                .getResultList();
        return rows.stream().map(ViewQueries::row).toList();
    }

    /** How many tickets satisfy it, counting no further than {@code most}. */
    int count(Caller caller, StoredCondition condition, int most) {
        Map<String, Object> values = new HashMap<>();
        String sql = "SELECT COUNT(*) FROM (SELECT 1 FROM ticket t WHERE " + where(caller, condition, values)
                + " LIMIT " + most + ") counted";
        return (int) Columns.number(bound(em.createNativeQuery(sql), values).getSingleResult());
    }

    /** Those of a few tickets that satisfy it. */
    List<Ticket> among(Caller caller, StoredCondition condition, List<TicketId> few) {
        Map<String, Object> values = new HashMap<>();
        String sql = "SELECT t.* FROM ticket t WHERE " + where(caller, condition, values) + " AND t.id IN (:few)";
        values.put("few", few.stream().map(TicketId::value).toList());
        @SuppressWarnings("unchecked")
        List<Ticket> tickets =
                bound(em.createNativeQuery(sql, Ticket.class), values).getResultList();
        return tickets;
    }

    private static String where(Caller caller, StoredCondition condition, Map<String, Object> values) {
        TicketScope scope = TicketScope.of(caller);
        values.putAll(scope.parameters());
        values.putAll(condition.parameters());
        return scope.condition("t") + " AND " + condition.sql();
    }

    private static String beyond(Position place, ViewLayout layout, Map<String, Object> values) {
        String[] parts = place.key().split(PART, 2);
        values.put("afterBundle", parts[0]);
        values.put("afterKey", Objects.requireNonNull(Utc.column(Instant.parse(parts[1]))));
        values.put("afterId", place.id());
        return "(%1$s > :afterBundle OR (%1$s = :afterBundle AND (%2$s, t.id) %3$s (:afterKey, :afterId)))"
                .formatted(
                        layout.grouping().expression(),
                        layout.sort().column(),
                        layout.sort().isDescending() ? "<" : ">");
    }

    private static Query bound(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    private static Row row(Object[] columns) {
        Ticket ticket = (Ticket) columns[0];
        Instant key = Objects.requireNonNull(Utc.instant(columns[2]));
        return new Row(ticket, new Position(columns[1] + PART + key, ticket.id().value()));
    }
}
