package io.bilet.platform.work;

import io.bilet.platform.database.Columns;
import io.bilet.platform.telemetry.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the work queues. */
@ApplicationScoped
public class WorkRepository {

    private static final String IS_DUE =
            " AND dead_at IS NULL AND due_at <= UTC_TIMESTAMP(6) AND leased_until < UTC_TIMESTAMP(6)";

    private static final String DUE =
            "SELECT id, queue, work_key, ordering_id, payload, request_id, trace, attempts + 1, fence + 1 FROM work w"
                    + " WHERE queue = :queue" + IS_DUE;

    private static final String ANY_DUE = "(SELECT queue FROM work WHERE queue = ?" + IS_DUE + " LIMIT 1)";

    private static final String NOTHING_EARLIER =
            " AND NOT EXISTS (SELECT 1 FROM work e WHERE e.queue = w.queue AND e.ordering_id = w.ordering_id"
                    + " AND e.id < w.id AND e.dead_at IS NULL)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Adds work that is due at once; the same key a second time changes nothing. */
    void add(String queue, List<NewWork> several) {
        String rows = String.join(
                ", ", Collections.nCopies(several.size(), "(?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"));
        Query insert = em.createNativeQuery(
                "INSERT IGNORE INTO work (queue, work_key, ordering_id, payload, request_id, trace,"
                        + " due_at, recorded_at) VALUES " + rows);
        int position = 1;
        for (NewWork each : several) {
            insert.setParameter(position++, queue);
            insert.setParameter(position++, each.key());
            insert.setParameter(position++, Columns.textOrNull(each.orderingId()));
            insert.setParameter(position++, each.payload());
            insert.setParameter(position++, each.cause().requestId());
            insert.setParameter(position++, each.cause().trace());
        }
        insert.executeUpdate();
    }

    /** Which of the queues, of which there is at least one, have something due. */
    Set<String> due(List<String> queues) {
        Query select = em.createNativeQuery(String.join(" UNION ALL ", Collections.nCopies(queues.size(), ANY_DUE)));
        int position = 1;
        for (String queue : queues) {
            select.setParameter(position++, queue);
        }
        @SuppressWarnings("unchecked")
        List<Object> due = select.getResultList();
        return due.stream().map(Columns::text).collect(Collectors.toSet());
    }

    /** Locks up to {@code limit} due items that nobody else is looking at. */
    List<WorkItem> lockDue(String queue, boolean inOrder, int limit) {
        String sql = DUE + (inOrder ? NOTHING_EARLIER : "") + " ORDER BY due_at, id LIMIT " + limit
                + " FOR UPDATE SKIP LOCKED";
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                em.createNativeQuery(sql).setParameter("queue", queue).getResultList();
        return rows.stream().map(WorkRepository::item).toList();
    }

    private static WorkItem item(Object[] row) {
        return new WorkItem(
                Columns.number(row[0]),
                Columns.text(row[1]),
                Columns.text(row[2]),
                Columns.uuidOrNull(row[3]),
                Columns.text(row[4]),
                new Cause(Columns.textOrNull(row[5]), Columns.textOrNull(row[6])),
                (int) Columns.number(row[7]),
                Columns.number(row[8]));
    }

    void lease(Collection<Long> ids, long seconds) {
        em.createNativeQuery("UPDATE work SET attempts = attempts + 1, fence = fence + 1,"
                        + " leased_until = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND WHERE id IN (:ids)")
                .setParameter("seconds", seconds)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Removes a finished item; false if the lease was lost meanwhile. */
    boolean remove(WorkItem item) {
        return em.createNativeQuery("DELETE FROM work WHERE id = :id AND fence = :fence")
                        .setParameter("id", item.id())
                        .setParameter("fence", item.fence())
                        .executeUpdate()
                == 1;
    }

    /** Puts an item back; {@code pauseMillis} of null puts it aside for good. */
    boolean putBack(WorkItem item, String error, @Nullable Long pauseMillis) {
        return em.createNativeQuery("UPDATE work SET last_error = :error, leased_until = '1970-01-01',"
                                + " due_at = UTC_TIMESTAMP(6) + INTERVAL :pause * 1000 MICROSECOND,"
                                + " dead_at = IF(:aside, UTC_TIMESTAMP(6), NULL) WHERE id = :id AND fence = :fence")
                        .setParameter("error", error)
                        .setParameter("pause", pauseMillis == null ? 0L : pauseMillis)
                        .setParameter("aside", pauseMillis == null)
                        .setParameter("id", item.id())
                        .setParameter("fence", item.fence())
                        .executeUpdate()
                == 1;
    }

    void removeAll(String queue) {
        em.createNativeQuery("DELETE FROM work WHERE queue = :queue")
                .setParameter("queue", queue)
                .executeUpdate();
    }

    void giveBack(WorkItem item) {
        em.createNativeQuery("UPDATE work SET attempts = attempts - 1, leased_until = '1970-01-01'"
                        + " WHERE id = :id AND fence = :fence")
                .setParameter("id", item.id())
                .setParameter("fence", item.fence())
                .executeUpdate();
    }
}
