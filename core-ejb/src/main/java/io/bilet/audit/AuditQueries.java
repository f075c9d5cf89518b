package io.bilet.audit;

import io.bilet.people.Actor;
import io.bilet.people.ActorType;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the record of a ticket. */
@ApplicationScoped
public class AuditQueries {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Up to {@code limit} entries after number {@code after}, oldest first. */
    public List<AuditEntry> of(TicketId ticket, long after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT seq, type, actor_type, actor_id, on_behalf_of, cause, data, at FROM ticket_event"
                                + " WHERE ticket_id = :ticket AND seq > :after ORDER BY seq LIMIT " + limit)
                .setParameter("ticket", ticket.value().toString())
                .setParameter("after", after)
                .getResultList();
        return rows.stream().map(row -> entry(ticket, row)).toList();
    }

    /** All entries of several tickets, each ticket's together and oldest first. */
    public Map<TicketId, List<AuditEntry>> of(Collection<TicketId> tickets) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT seq, type, actor_type, actor_id, on_behalf_of, cause, data, at, ticket_id FROM ticket_event"
                                + " WHERE ticket_id IN (:tickets) ORDER BY ticket_id, seq")
                .setParameter("tickets", tickets.stream().map(TicketId::value).toList())
                .getResultList();
        return rows.stream()
                .map(row -> entry(new TicketId(Columns.uuid(row[8])), row))
                .collect(Collectors.groupingBy(AuditEntry::ticketId));
    }

    private static AuditEntry entry(TicketId ticket, Object[] row) {
        var actor =
                new Actor(Wire.read(ActorType.class, Columns.text(row[2]), "actor_type"), user(row[3]), user(row[4]));
        var act = new Act(actor, Columns.text(row[5]), Objects.requireNonNull(Utc.instant(row[7])));
        return new AuditEntry(
                ticket, Columns.number(row[0]), Columns.text(row[1]), act, StoredJson.readObject(Columns.text(row[6])));
    }

    private static @Nullable UserId user(@Nullable Object column) {
        UUID id = Columns.uuidOrNull(column);
        return id == null ? null : new UserId(id);
    }
}
