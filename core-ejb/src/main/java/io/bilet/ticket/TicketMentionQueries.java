package io.bilet.ticket;

import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which groups and organizations tickets name. */
@ApplicationScoped
public class TicketMentionQueries implements Referrer {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public boolean mentions(UUID id) {
        return List.of("group_id", "organization_id").stream().anyMatch(column -> isIn(column, id));
    }

    private boolean isIn(String column, UUID id) {
        return !em.createNativeQuery("SELECT 1 FROM ticket WHERE " + column + " = :id LIMIT 1")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
