package io.bilet.inbox;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.LinkId;
import io.bilet.ticket.LinkType;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The tickets a ticket is linked with, in one statement; what the caller does not see is not there. */
@ApplicationScoped
public class LinkQueries {

    private static final String LINKS = """
            SELECT l.id, l.type, t.id, t.number, t.subject, t.status, l.since, l.turned
            FROM (SELECT id, type, other_id AS ticket_id, created_at AS since, FALSE AS turned
                  FROM ticket_link WHERE ticket_id = :ticket
                  UNION ALL
                  SELECT id, type, ticket_id, created_at, TRUE FROM ticket_link WHERE other_id = :ticket
                  UNION ALL
                  SELECT NULL, 'FOLLOW_UP_OF', follow_up_of_id, created_at, FALSE
                  FROM ticket WHERE id = :ticket AND follow_up_of_id IS NOT NULL
                  UNION ALL
                  SELECT NULL, 'FOLLOW_UP_OF', id, created_at, TRUE FROM ticket WHERE follow_up_of_id = :ticket) l
            JOIN ticket t ON t.id = l.ticket_id
            WHERE %s
            ORDER BY l.since, t.id, l.type
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** All that the caller sees, the oldest link first. */
    public List<LinkedTicket> of(TicketId ticket, Caller caller) {
        TicketScope scope = TicketScope.of(caller);
        Query query = em.createNativeQuery(LINKS.formatted(scope.condition("t")));
        scope.parameters().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                query.setParameter("ticket", ticket.value().toString()).getResultList();
        return rows.stream().map(LinkQueries::linked).toList();
    }

    /** One of them by its id. */
    public Optional<LinkedTicket> find(TicketId ticket, LinkId link, Caller caller) {
        return of(ticket, caller).stream()
                .filter(linked -> link.equals(linked.link()))
                .findAny();
    }

    /** Whether there is such a ticket for the caller; asked without reading it, so that it can be locked afterwards. */
    public boolean sees(Caller caller, TicketId ticket) {
        TicketScope scope = TicketScope.of(caller);
        Query query = em.createNativeQuery("SELECT 1 FROM ticket t WHERE t.id = :ticket AND " + scope.condition("t"));
        scope.parameters().forEach(query::setParameter);
        return !query.setParameter("ticket", ticket.value().toString())
                .getResultList()
                .isEmpty();
    }

    private static LinkedTicket linked(Object[] row) {
        UUID link = Columns.uuidOrNull(row[0]);
        LinkType type = LinkType.valueOf(Columns.text(row[1]));
        var facet = new LinkedTicket.Facet(
                Columns.number(row[3]), Columns.text(row[4]), TicketStatus.valueOf(Columns.text(row[5])));
        return new LinkedTicket(
                link == null ? null : new LinkId(link),
                Columns.truth(row[7]) ? type.inverse() : type,
                new TicketId(Columns.uuid(row[2])),
                facet,
                Objects.requireNonNull(Utc.instant(row[6])));
    }
}
