package io.bilet.trial;

import io.bilet.job.JobId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.json.StoredJson;
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
import java.util.UUID;

/** What trials found. */
@ApplicationScoped
public class FindingRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void add(JobId trial, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Query insert = em.createNativeQuery("INSERT INTO trial_finding (job_id, ticket_id, number, difference) VALUES "
                + String.join(", ", Collections.nCopies(findings.size(), "(?, ?, ?, ?)")));
        int position = 1;
        for (Finding finding : findings) {
            insert.setParameter(position++, trial.value().toString());
            insert.setParameter(position++, finding.ticket().id().value().toString());
            insert.setParameter(position++, finding.ticket().number());
            insert.setParameter(position++, finding.toJson().toString());
        }
        insert.executeUpdate();
    }

    /** Forgets up to {@code limit} findings of a trial and says how many. */
    int remove(JobId trial, int limit) {
        return em.createNativeQuery("DELETE FROM trial_finding WHERE job_id = :trial LIMIT " + limit)
                .setParameter("trial", trial.value().toString())
                .executeUpdate();
    }

    /** One page of what a trial found, by age of the tickets. */
    public Slice<FindingRow> of(JobId trial, Optional<Position> after, int limit) {
        UUID first = after.map(Position::id).orElseGet(() -> new UUID(0, 0));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT ticket_id, number, difference FROM trial_finding"
                        + " WHERE job_id = :trial AND ticket_id > :first ORDER BY ticket_id LIMIT " + (limit + 1))
                .setParameter("trial", trial.value().toString())
                .setParameter("first", first.toString())
                .getResultList();
        return Slice.of(
                rows.stream()
                        .map(row -> new FindingRow(
                                new TicketId(Columns.uuid(row[0])),
                                Columns.number(row[1]),
                                StoredJson.readObject(Columns.text(row[2]))))
                        .toList(),
                limit,
                row -> new Position("", row.ticket().value()));
    }
}
