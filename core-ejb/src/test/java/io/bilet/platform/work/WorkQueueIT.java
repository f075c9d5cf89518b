package io.bilet.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkQueueIT {

    private static final UUID TICKET = UUID.randomUUID();

    private final WorkQueue one = new Beans().get(WorkQueue.class);
    private final WorkQueue other = new Beans().get(WorkQueue.class);
    private final Chore chore =
            new Chore("chore-" + UUID.randomUUID().toString().substring(0, 8), false);

    @Test
    void what_one_node_has_in_hand_another_does_not_get() {
        add(chore, "once", TICKET);

        assertThat(one.claim(chore, 10)).hasSize(1);
        assertThat(other.claim(chore, 10)).isEmpty();
    }

    @Test
    void a_queue_is_due_while_something_in_it_is_in_nobodys_hand() {
        List<String> asked = List.of(chore.queue(), "a-queue-without-work");
        assertThat(one.due(asked)).isEmpty();
        add(chore, "once", TICKET);
        assertThat(one.due(asked)).containsExactly(chore.queue());

        WorkItem item = one.claim(chore, 10).get(0);
        assertThat(other.due(asked)).isEmpty();
        one.giveBack(item);
        assertThat(other.due(asked)).containsExactly(chore.queue());
        assertThat(one.due(List.of())).isEmpty();
    }

    @Test
    void the_same_key_is_the_same_work() {
        add(chore, "once", TICKET);
        add(chore, "once", TICKET);

        assertThat(one.claim(chore, 10)).hasSize(1);
    }

    @Test
    void who_finishes_after_another_took_over_is_refused() throws SQLException {
        add(chore, "once", TICKET);
        WorkItem late = one.claim(chore, 10).get(0);
        leasesRunOut();
        WorkItem taken = other.claim(chore, 10).get(0);

        assertThatThrownBy(() -> one.done(late)).isInstanceOf(LeaseLost.class);
        assertThat(one.failed(chore, late, new IllegalStateException("late"))).isFalse();
        one.giveBack(late);

        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(one.claim(chore, 10)).isEmpty();
        other.done(taken);
    }

    @Test
    void what_is_given_back_counts_for_nothing_and_is_there_at_once() {
        add(chore, "once", TICKET);
        one.giveBack(one.claim(chore, 10).get(0));

        assertThat(other.claim(chore, 10)).singleElement().satisfies(item -> assertThat(item.attempt())
                .isEqualTo(1));
    }

    @Test
    void what_failed_often_enough_waits_for_a_person() {
        add(chore, "once", TICKET);

        for (int attempt = 1; attempt <= chore.attemptsMax(); attempt++) {
            WorkItem item = one.claim(chore, 10).get(0);
            assertThat(one.failed(chore, item, new IllegalStateException("again")))
                    .isEqualTo(attempt == chore.attemptsMax());
        }

        assertThat(one.claim(chore, 10)).isEmpty();
    }

    @Test
    void where_order_matters_the_next_one_waits_until_the_first_is_done() {
        Chore ordered = new Chore(chore.queue(), true);
        add(ordered, "first", TICKET);
        add(ordered, "second", TICKET);
        add(ordered, "elsewhere", UUID.randomUUID());

        List<WorkItem> begun = one.claim(ordered, 10);
        List<WorkItem> meanwhile = other.claim(ordered, 10);
        one.done(begun.get(0));

        assertThat(begun).extracting(WorkItem::key).containsExactly("first", "elsewhere");
        assertThat(meanwhile).isEmpty();
        assertThat(other.claim(ordered, 10)).extracting(WorkItem::key).containsExactly("second");
    }

    private void add(Chore to, String key, UUID orderingId) {
        one.add(to.queue(), List.of(NewWork.due(key, orderingId, "{}")));
    }

    private void leasesRunOut() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                var update =
                        connection.prepareStatement("UPDATE work SET leased_until = '1970-01-01' WHERE queue = ?")) {
            update.setString(1, chore.queue());
            update.executeUpdate();
        }
    }

    private record Chore(String queue, boolean inOrder) implements Worker {

        @Override
        public void work(WorkItem item) {
            // Only its queue is looked at here.
        }

        @Override
        public Duration pause(int attempt) {
            return Duration.ZERO;
        }

        @Override
        public int attemptsMax() {
            return 3;
        }
    }
}
