package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** How far each agent has read each ticket. */
@ApplicationScoped
public class ReadMarkRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Notes that the user has read everything up to {@code at}; an earlier instant than noted before changes nothing.
     */
    public void read(UserId user, TicketId ticket, Instant at) {
        em.createNativeQuery("INSERT INTO read_mark (user_id, ticket_id, read_at) VALUES (:user, :ticket, :at)"
                        + " ON DUPLICATE KEY UPDATE read_at = GREATEST(read_at, VALUES(read_at))")
                .setParameter("user", user.value())
                .setParameter("ticket", ticket.value())
                .setParameter("at", Utc.column(at))
                .executeUpdate();
    }
}
