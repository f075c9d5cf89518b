package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Who follows which ticket; none of it touches the ticket's own row. */
@ApplicationScoped
public class FollowerRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Everybody who follows the ticket, the longest-standing first. */
    public List<Follower> of(TicketId ticket) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT user_id, since FROM ticket_follower WHERE ticket_id = :ticket ORDER BY since, user_id")
                .setParameter("ticket", ticket.value().toString())
                .getResultList();
        return rows.stream()
                .map(row -> new Follower(new UserId(Columns.uuid(row[0])), Objects.requireNonNull(Utc.instant(row[1]))))
                .toList();
    }

    public boolean has(TicketId ticket, UserId user) {
        return !row("SELECT since FROM ticket_follower WHERE ticket_id = :ticket AND user_id = :user", ticket, user)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }

    public int count(TicketId ticket) {
        Object count = em.createNativeQuery("SELECT COUNT(*) FROM ticket_follower WHERE ticket_id = :ticket")
                .setParameter("ticket", ticket.value().toString())
                .getSingleResult();
        return (int) Columns.number(count);
    }

    public void add(TicketId ticket, UserId user, Instant since) {
        row("INSERT INTO ticket_follower (ticket_id, user_id, since) VALUES (:ticket, :user, :since)", ticket, user)
                .setParameter("since", Utc.column(since))
                .executeUpdate();
    }

    public void remove(TicketId ticket, UserId user) {
        row("DELETE FROM ticket_follower WHERE ticket_id = :ticket AND user_id = :user", ticket, user)
                .executeUpdate();
    }

    private Query row(String sql, TicketId ticket, UserId user) {
        return em.createNativeQuery(sql)
                .setParameter("ticket", ticket.value().toString())
                .setParameter("user", user.value().toString());
    }
}
