package io.bilet.platform.telemetry;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How much waits in the outbox and in the work queues. */
@ApplicationScoped
public class BacklogQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * One queue.
     *
     * @param queue the outbox itself is called {@code outbox}
     * @param waiting items that are due or will be
     * @param oldestSeconds how long the oldest of those has been due; 0 if none is
     * @param putAside items that wait for a person
     */
    public record QueueRow(String queue, long waiting, double oldestSeconds, long putAside) {}

    /** Every queue that has an item, and the outbox. */
    public List<QueueRow> queues() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                        SELECT 'outbox', COUNT(*),
                               COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(recorded_at), UTC_TIMESTAMP(6)), 0), 0
                          FROM outbox
                        UNION ALL
                        SELECT queue, SUM(dead_at IS NULL),
                               COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(IF(dead_at IS NULL, due_at, NULL)),
                                                      UTC_TIMESTAMP(6)), 0), SUM(dead_at IS NOT NULL)
                          FROM work GROUP BY queue""").getResultList();
        return rows.stream()
                .map(row -> new QueueRow(
                        Columns.text(row[0]),
                        Columns.number(row[1]),
                        Math.max(0, Columns.number(row[2])) / 1_000_000.0,
                        Columns.number(row[3])))
                .toList();
    }

    boolean isReadOnly() {
        return Columns.truth(em.createNativeQuery("SELECT @@read_only").getSingleResult());
    }

    /** What the database's clock says. */
    public Instant databaseTime() {
        return Objects.requireNonNull(
                Utc.instant(em.createNativeQuery("SELECT UTC_TIMESTAMP(6)").getSingleResult()));
    }
}
