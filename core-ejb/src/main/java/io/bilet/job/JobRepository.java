package io.bilet.job;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code job}. */
@ApplicationScoped
public class JobRepository {

    private static final String ALL =
            "SELECT id, kind, owner_id, status, draft, place, done, total, sums, created_at, ended_at FROM job";

    private static final String SELECT = ALL + " WHERE id = :id";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * The job of that id.
     *
     * @throws NotFound if there is none
     */
    public Job get(JobId id) {
        return read(id, SELECT);
    }

    /** The same, for whoever changes it; others wait until they have. */
    Job lock(JobId id) {
        return read(id, SELECT + " FOR UPDATE");
    }

    /** Some job of one of the kinds that was over before then and that nobody else has locked. */
    Optional<Job> lockEnded(Instant before, Collection<String> kinds) {
        String ended = ALL + " WHERE ended_at < :before AND kind IN (:kinds) ORDER BY ended_at LIMIT 1"
                + " FOR UPDATE SKIP LOCKED";
        return first(em.createNativeQuery(ended)
                .setParameter("before", Utc.column(before))
                .setParameter("kinds", kinds));
    }

    private Job read(JobId id, String select) {
        return first(em.createNativeQuery(select).setParameter("id", id.value().toString()))
                .orElseThrow(() -> new NotFound("job"));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Job> first(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream().findFirst().map(JobRepository::job);
    }

    private static Job job(@Nullable Object[] row) {
        return new Job(
                new JobId(Columns.uuid(row[0])),
                Columns.text(row[1]),
                new UserId(Columns.uuid(row[2])),
                Wire.read(JobStatus.class, Columns.text(row[3]), "status"),
                StoredJson.readObject(Columns.text(row[4])),
                Columns.text(row[5]),
                Columns.number(row[6]),
                Columns.number(row[7]),
                StoredJson.readObject(Columns.text(row[8])),
                Objects.requireNonNull(Utc.instant(row[9])),
                Utc.instant(row[10]));
    }

    void add(Job job) {
        em.createNativeQuery("INSERT INTO job (id, kind, owner_id, status, draft, place, done, total, sums, created_at)"
                        + " VALUES (:id, :kind, :owner, :status, :draft, :place, :done, :total, :sums, :at)")
                .setParameter("id", job.id().value().toString())
                .setParameter("kind", job.kind())
                .setParameter("owner", job.owner().value().toString())
                .setParameter("status", Wire.of(job.status()))
                .setParameter("draft", job.draft().toString())
                .setParameter("place", job.place())
                .setParameter("done", job.done())
                .setParameter("total", job.total())
                .setParameter("sums", job.sums().toString())
                .setParameter("at", Utc.column(job.createdAt()))
                .executeUpdate();
    }

    /** Keeps how far a locked job is. */
    void advance(JobId id, JobTask.Step step, Instant now) {
        em.createNativeQuery("UPDATE job SET status = :status, place = :place, done = done + :done, sums = :sums,"
                        + " ended_at = :ended WHERE id = :id")
                .setParameter("status", Wire.of(step.isLast() ? JobStatus.DONE : JobStatus.RUNNING))
                .setParameter("place", step.place())
                .setParameter("done", step.done())
                .setParameter("sums", step.sums().toString())
                .setParameter("ended", step.isLast() ? Utc.column(now) : null)
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }

    /** Forgets a locked job of which nothing is left. */
    void remove(JobId id) {
        em.createNativeQuery("DELETE FROM job WHERE id = :id")
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }

    /** Ends a locked job before its time. */
    void end(JobId id, JobStatus status, Instant now) {
        em.createNativeQuery("UPDATE job SET status = :status, ended_at = :ended WHERE id = :id")
                .setParameter("status", Wire.of(status))
                .setParameter("ended", Utc.column(now))
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }
}
