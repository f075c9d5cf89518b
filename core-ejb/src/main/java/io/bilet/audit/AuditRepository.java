package io.bilet.audit;

import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;

/** The rows of {@code ticket_event}; there is no method that changes or removes one. */
@ApplicationScoped
public class AuditRepository {

    private static final String COLUMNS = "(ticket_id, seq, type, actor_type, actor_id, on_behalf_of, cause, data, at)";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Adds the entries in one statement; what was changed before is written first, the ticket itself included. */
    void add(List<AuditEntry> entries) {
        Query insert = em.createNativeQuery("INSERT INTO ticket_event " + COLUMNS + " VALUES "
                + String.join(", ", Collections.nCopies(entries.size(), ROW)));
        int position = 1;
        for (AuditEntry entry : entries) {
            Act act = entry.act();
            insert.setParameter(position++, entry.ticketId().value().toString());
            insert.setParameter(position++, entry.seq());
            insert.setParameter(position++, entry.type());
            insert.setParameter(position++, Wire.of(act.actor().type()));
            insert.setParameter(position++, ActorColumns.user(act.actor().user()));
            insert.setParameter(position++, ActorColumns.user(act.actor().onBehalfOf()));
            insert.setParameter(position++, act.cause());
            insert.setParameter(position++, entry.data().toString());
            insert.setParameter(position++, Utc.column(act.at()));
        }
        insert.executeUpdate();
    }
}
