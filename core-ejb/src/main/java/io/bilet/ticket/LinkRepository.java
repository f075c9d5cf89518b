package io.bilet.ticket;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;

/** Which tickets are linked with which; none of it touches the tickets' own rows. */
@ApplicationScoped
public class LinkRepository {

    private static final String LINKS = "SELECT COUNT(*) FROM ticket_link WHERE ";

    /** The chain of parents above a ticket; a circle, were there one, ends it. */
    private static final String ABOVE = """
            WITH RECURSIVE above AS (
              SELECT other_id FROM ticket_link WHERE ticket_id = :child AND type = 'CHILD_OF'
              UNION
              SELECT l.other_id FROM above a JOIN ticket_link l ON l.ticket_id = a.other_id AND l.type = 'CHILD_OF')
            SELECT COUNT(*) FROM above WHERE other_id = :parent""";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public boolean has(TicketLink link) {
        return count(bound(LINKS + "ticket_id = :from AND type = :type AND other_id = :to", link)) > 0;
    }

    /** Whether a ticket stands so to any other. */
    public boolean hasAny(TicketId ticket, LinkType type) {
        return count(em.createNativeQuery(LINKS + "ticket_id = :ticket AND type = :type")
                        .setParameter("ticket", text(ticket))
                        .setParameter("type", type.name()))
                > 0;
    }

    /** How many links a ticket has, seen or not. */
    public int count(TicketId ticket) {
        return count(em.createNativeQuery(LINKS + "ticket_id = :ticket OR other_id = :ticket")
                .setParameter("ticket", text(ticket)));
    }

    /** Whether {@code parent} is the parent of {@code child}, or its parent's, and so on. */
    public boolean isAbove(TicketId parent, TicketId child) {
        return count(em.createNativeQuery(ABOVE)
                        .setParameter("child", text(child))
                        .setParameter("parent", text(parent)))
                > 0;
    }

    public void add(LinkId id, TicketLink link, Instant since) {
        bound(
                        "INSERT INTO ticket_link (id, ticket_id, type, other_id, created_at)"
                                + " VALUES (:id, :from, :type, :to, :since)",
                        link)
                .setParameter("id", id.value().toString())
                .setParameter("since", Utc.column(since))
                .executeUpdate();
    }

    public void remove(LinkId id) {
        em.createNativeQuery("DELETE FROM ticket_link WHERE id = :id")
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }

    private Query bound(String sql, TicketLink link) {
        return em.createNativeQuery(sql)
                .setParameter("from", text(link.from()))
                .setParameter("type", link.type().name())
                .setParameter("to", text(link.to()));
    }

    private static int count(Query query) {
        return (int) Columns.number(query.getSingleResult());
    }

    private static String text(TicketId ticket) {
        return ticket.value().toString();
    }
}
