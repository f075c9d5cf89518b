package io.bilet.platform.outbox;

import io.bilet.platform.database.Columns;
import io.bilet.platform.telemetry.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. */
@ApplicationScoped
public class OutboxRepository {

    /** A row as the relay reads it. */
    record Row(long id, String topic, @Nullable UUID orderingId, String payload, Cause cause) {}

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void add(List<OutboxEntry> entries, Cause cause) {
        String values = String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, UTC_TIMESTAMP(6))"));
        Query insert = em.createNativeQuery(
                "INSERT INTO outbox (topic, ordering_id, payload, request_id, trace, recorded_at) VALUES " + values);
        int position = 1;
        for (OutboxEntry entry : entries) {
            UUID ordering = entry.orderingId();
            insert.setParameter(position++, entry.topic());
            insert.setParameter(position++, ordering == null ? null : ordering.toString());
            insert.setParameter(position++, entry.payload().toString());
            insert.setParameter(position++, cause.requestId());
            insert.setParameter(position++, cause.trace());
        }
        insert.executeUpdate();
    }

    List<Row> oldest(int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT id, topic, ordering_id, payload, request_id, trace FROM outbox ORDER BY id LIMIT "
                                + limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Row(
                        Columns.number(row[0]),
                        Columns.text(row[1]),
                        Columns.uuidOrNull(row[2]),
                        Columns.text(row[3]),
                        new Cause(Columns.textOrNull(row[4]), Columns.textOrNull(row[5]))))
                .toList();
    }

    void remove(Collection<Long> ids) {
        em.createNativeQuery("DELETE FROM outbox WHERE id IN (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
