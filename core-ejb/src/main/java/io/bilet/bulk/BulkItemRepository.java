package io.bilet.bulk;

import io.bilet.job.JobId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.json.Wire;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tickets of bulk changes and what became of them. */
@ApplicationScoped
public class BulkItemRepository {

    private static final int BATCH = 500;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void add(JobId job, List<BulkItem> items) {
        for (int from = 0; from < items.size(); from += BATCH) {
            insert(job, items.subList(from, Math.min(from + BATCH, items.size())));
        }
    }

    private void insert(JobId job, List<BulkItem> items) {
        Query insert =
                em.createNativeQuery("INSERT INTO bulk_item (job_id, position, ticket_id, expected_version) VALUES "
                        + String.join(", ", Collections.nCopies(items.size(), "(?, ?, ?, ?)")));
        int parameter = 1;
        for (BulkItem item : items) {
            insert.setParameter(parameter++, job.value().toString());
            insert.setParameter(parameter++, item.place());
            insert.setParameter(parameter++, item.ticket().value().toString());
            insert.setParameter(parameter++, item.expected().orElse(null));
        }
        insert.executeUpdate();
    }

    /** The item whose turn it is, if there is one left. */
    Optional<BulkItem> at(JobId job, int place) {
        return from(job, place, 1).stream()
                .filter(item -> item.place() == place)
                .findFirst();
    }

    /** One page of a change, in its order. */
    public Slice<BulkItem> of(JobId job, Optional<Position> after, int limit) {
        int first = after.map(last -> Integer.parseInt(last.key()) + 1).orElse(0);
        return Slice.of(
                from(job, first, limit + 1),
                limit,
                last -> new Position(
                        Integer.toString(last.place()), last.ticket().value()));
    }

    private List<BulkItem> from(JobId job, int first, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT position, ticket_id, expected_version, outcome, code, detail, ticket_version"
                                + " FROM bulk_item WHERE job_id = :job AND position >= :first ORDER BY position LIMIT "
                                + limit)
                .setParameter("job", job.value().toString())
                .setParameter("first", first)
                .getResultList();
        return rows.stream().map(BulkItemRepository::item).toList();
    }

    private static BulkItem item(@Nullable Object[] row) {
        return new BulkItem(
                (int) Columns.number(row[0]),
                new TicketId(Columns.uuid(row[1])),
                Optional.ofNullable(number(row[2])),
                row[3] == null ? null : Wire.read(BulkOutcome.class, Columns.text(row[3]), "outcome"),
                Columns.textOrNull(row[4]),
                Columns.textOrNull(row[5]),
                number(row[6]));
    }

    private static @Nullable Integer number(@Nullable Object column) {
        return column == null ? null : (int) Columns.number(column);
    }

    /** Keeps what became of an item. */
    void settle(JobId job, BulkItem item, BulkOutcome outcome) {
        em.createNativeQuery("UPDATE bulk_item SET outcome = :outcome, code = :code, detail = :detail,"
                        + " ticket_version = :version WHERE job_id = :job AND position = :place")
                .setParameter("outcome", Wire.of(outcome))
                .setParameter("code", item.code())
                .setParameter("detail", item.detail())
                .setParameter("version", item.version())
                .setParameter("job", job.value().toString())
                .setParameter("place", item.place())
                .executeUpdate();
    }

    /** Removes some of the tickets of a change; says whether those were all. */
    boolean remove(JobId job) {
        return em.createNativeQuery("DELETE FROM bulk_item WHERE job_id = :job LIMIT " + BATCH)
                        .setParameter("job", job.value().toString())
                        .executeUpdate()
                < BATCH;
    }
}
