package io.bilet.sla;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;

/** Reads from the record of a ticket who answered for it when. */
@ApplicationScoped
public class HolderQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    public Holders of(TicketId ticket) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT at, type, data FROM ticket_event WHERE ticket_id = :ticket"
                        + " AND (type = 'ticket.assigned' OR type = 'ticket.updated'"
                        + " AND JSON_VALUE(data, '$.field') = 'group_id') ORDER BY seq")
                .setParameter("ticket", ticket.value().toString())
                .getResultList();
        var holders = new Holders();
        for (Object[] row : rows) {
            JsonObject data = StoredJson.readObject(Columns.text(row[2]));
            String to = data.isNull("to") ? null : data.getString("to");
            Holder next = Columns.text(row[1]).equals("ticket.assigned")
                    ? holders.latest().with(to == null ? null : UserId.parse(to))
                    : holders.latest().with(to == null ? null : GroupId.parse(to));
            holders.changed(Objects.requireNonNull(Utc.instant(row[0])), next);
        }
        return holders;
    }
}
