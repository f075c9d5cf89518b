package io.bilet.inbox;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.platform.database.Utc;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.text.Folding;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of tickets, in one statement a page; a ticket the caller may not see is not there. */
@ApplicationScoped
public class TicketQueries {

    /** As many digits as a value may have. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,16}([.][0-9]{1,6})?");

    private static final String WITH_VALUE =
            "SELECT v.owner_id FROM ticket_field_value v WHERE v.value_key = :key%1$d AND v.%2$s = :%2$s%1$d";

    private static final Instant NO_DUE_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** One page of what the caller sees. */
    public Slice<Ticket> page(
            Caller caller, TicketFilter filter, TicketOrder order, Optional<Position> after, int limit) {
        TicketScope scope = TicketScope.of(caller);
        List<String> where = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(scope.parameters());
        where.add(scope.condition("t"));
        restrict(filter, where, values);
        after.ifPresent(position -> {
            where.add("(t.%s, t.id) %s (:afterKey, :afterId)"
                    .formatted(order.key().column(), order.descending() ? "<" : ">"));
            values.put("afterKey", Utc.column(Instant.parse(position.key())));
            values.put("afterId", position.id());
        });
        String direction = order.descending() ? " DESC" : "";
        String sql = "SELECT t.* FROM ticket t WHERE " + String.join(" AND ", where) + " ORDER BY t."
                + order.key().column() + direction + ", t.id" + direction + " LIMIT " + (limit + 1);
        return Slice.of(run(sql, values), limit, ticket -> position(ticket, order));
    }

    @SuppressWarnings("unchecked")
    private List<Ticket> run(String sql, Map<String, Object> values) {
        Query query = em.createNativeQuery(sql, Ticket.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void restrict(TicketFilter filter, List<String> where, Map<String, Object> values) {
        oneOf("status", names(filter.statuses()), where, values);
        oneOf("priority", names(filter.priorities()), where, values);
        oneOf("channel", names(filter.channels()), where, values);
        oneOf("folder", names(filter.folders()), where, values);
        oneOf("group_id", filter.groups().stream().map(group -> group.value()).toList(), where, values);
        assigned(filter, where, values);
        is(
                "requester_id",
                filter.requester() == null ? null : filter.requester().value(),
                where,
                values);
        is(
                "organization_id",
                filter.organization() == null ? null : filter.organization().value(),
                where,
                values);
        is("external_id", filter.externalId(), where, values);
        is("number", filter.number(), where, values);
        if (!filter.tags().isEmpty()) {
            where.add("t.id IN (SELECT g.ticket_id FROM ticket_tag g WHERE g.tag IN (:tags))");
            values.put("tags", filter.tags());
        }
        for (TicketFilter.Value value : filter.customFields()) {
            has(value, where, values);
        }
        if (filter.updatedSince() != null) {
            where.add("t.updated_at >= :updatedSince");
            values.put("updatedSince", Utc.column(filter.updatedSince()));
        }
    }

    private static void has(TicketFilter.Value value, List<String> where, Map<String, Object> values) {
        int which = where.size();
        String found = WITH_VALUE.formatted(which, "word");
        values.put("key" + which, value.key());
        values.put("word" + which, Folding.fold(value.text()));
        if (NUMBER.matcher(value.text()).matches()) {
            found += " UNION ALL " + WITH_VALUE.formatted(which, "number");
            values.put("number" + which, new BigDecimal(value.text()));
        }
        where.add("t.id IN (" + found + ")");
    }

    private static void assigned(TicketFilter filter, List<String> where, Map<String, Object> values) {
        List<String> either = new ArrayList<>();
        oneOf(
                "assignee_id",
                filter.assignees().stream().map(agent -> agent.value()).toList(),
                either,
                values);
        if (filter.unassigned()) {
            either.add("t.assignee_id IS NULL");
        }
        if (!either.isEmpty()) {
            where.add("(" + String.join(" OR ", either) + ")");
        }
    }

    private static void oneOf(String column, Collection<?> any, List<String> where, Map<String, Object> values) {
        if (!any.isEmpty()) {
            where.add("t.%1$s IN (:%1$s)".formatted(column));
            values.put(column, any);
        }
    }

    private static void is(String column, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add("t.%1$s = :%1$s".formatted(column));
            values.put(column, value);
        }
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static Position position(Ticket ticket, TicketOrder order) {
        Instant key =
                switch (order.key()) {
                    case CREATED_AT -> ticket.timeline().createdAt();
                    case UPDATED_AT -> ticket.timeline().updatedAt();
                    case DUE_AT -> ticket.due().at().orElse(NO_DUE_TIME);
                };
        return new Position(key.toString(), ticket.id().value());
    }
}
