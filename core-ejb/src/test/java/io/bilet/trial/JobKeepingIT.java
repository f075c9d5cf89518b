package io.bilet.trial;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobLedger;
import io.bilet.job.JobStatus;
import io.bilet.job.JobSweep;
import io.bilet.job.JobTask;
import io.bilet.job.JobWorker;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Jobs whose node is gone in the middle, and jobs that have long been over. */
class JobKeepingIT {

    private static final Instant BEGIN = Instant.parse("2032-03-01T09:00:00Z");
    private static final int STEPS = 6;

    private final SlaDesk desk = new SlaDesk(BEGIN);
    private final Counting task = desk.bean(Counting.class);
    private final Caller caller = new Caller(
            UserId.next(), Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(), Set.of(), null, "test", null);

    @Test
    void what_a_killed_node_had_begun_another_goes_on_with_and_nothing_is_done_twice() {
        Job job = begun();
        task.killedIn = 3;
        assertThatThrownBy(() -> desk.bean(JobWorker.class).work(claimed(desk, job)))
                .hasMessage("killed");
        assertThat(numbers(job)).as("what was not committed is gone").containsExactly(0L, 1L, 2L);
        SlaDesk other = new SlaDesk(BEGIN);
        other.bean(Counting.class);

        Company.sql(
                "UPDATE work SET leased_until = '1970-01-01' WHERE ordering_id = ?",
                job.id().value());
        other.bean(JobWorker.class).work(claimed(other, job));

        assertThat(numbers(job)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(now(job).status()).isEqualTo(JobStatus.DONE);
        assertThat(now(job).done()).isEqualTo(STEPS);
    }

    @Test
    void a_job_that_was_over_thirty_days_ago_is_forgotten_and_one_that_is_not_over_stays() {
        Job over = begun();
        desk.bean(JobWorker.class).work(claimed(desk, over));
        Job begun = begun();
        desk.turnTo(BEGIN.plus(Duration.ofDays(30)));
        desk.bean(JobSweep.class).run();
        assertThat(numbers(over)).as("to the day").hasSize(STEPS);

        desk.turnBy(Duration.ofSeconds(1));
        desk.bean(JobSweep.class).run();

        assertThatThrownBy(() -> now(over)).isInstanceOf(NotFound.class);
        assertThat(numbers(over)).isEmpty();
        assertThat(now(begun).status()).isEqualTo(JobStatus.QUEUED);
    }

    private Job begun() {
        return desk.bean(JobLedger.class)
                .begin(caller, task.kind(), StoredJson.object().build(), STEPS);
    }

    private Job now(Job job) {
        return desk.bean(JobLedger.class).get(caller, job.id());
    }

    private static WorkItem claimed(SlaDesk node, Job job) {
        return node.bean(WorkQueue.class).claim(node.bean(JobWorker.class), 1_000).stream()
                .filter(item -> job.id().value().equals(item.orderingId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> numbers(Job job) {
        return inNewTransaction(() -> desk.bean(FindingRepository.class).of(job.id(), Optional.empty(), 100))
                .items()
                .stream()
                .map(FindingRow::number)
                .sorted()
                .toList();
    }

    /** Counts, and can be killed while it does. */
    static final class Counting implements JobTask {

        @PersistenceContext(unitName = "bilet")
        @SuppressWarnings("NullAway.Init") // injected
        private EntityManager em;

        private int killedIn = STEPS;

        @Override
        public String kind() {
            return "counting";
        }

        @Override
        public Step step(Job job) {
            em.createNativeQuery("INSERT INTO trial_finding VALUES (:job, :ticket, :number, '{}')")
                    .setParameter("job", job.id().value().toString())
                    .setParameter("ticket", TicketId.next().value().toString())
                    .setParameter("number", job.done())
                    .executeUpdate();
            if (job.done() == killedIn) {
                throw new IllegalStateException("killed");
            }
            boolean isLast = job.done() + 1 == STEPS;
            return new Step("at " + job.done(), 1, JsonValue.EMPTY_JSON_OBJECT, isLast);
        }

        @Override
        public boolean forget(JobId job) {
            return em.createNativeQuery("DELETE FROM trial_finding WHERE job_id = :job LIMIT 4")
                            .setParameter("job", job.value().toString())
                            .executeUpdate()
                    < 4;
        }
    }
}
