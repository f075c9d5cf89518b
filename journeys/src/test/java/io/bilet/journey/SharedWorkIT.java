package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P08: two nodes share the work. Each ticket has one owner, nobody is given too much, nothing is done twice. */
@Tag("nodes")
class SharedWorkIT {

    private static final int AGENTS = 50;
    private static final int CAPACITY = 3;
    private static final int RULES = 20;
    private static final int CLIENTS = 20;
    private static final int EVENTS_MIN = 2_000;

    /** Three leases of the relay, and longer than the database waits for a node in the middle of a transaction. */
    private static final Duration FROZEN = Duration.ofSeconds(33);

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(30);

    /** No ticket waits longer while somebody could take it; the rest is for looking. */
    private static final Duration PLACED_WITHIN = Duration.ofSeconds(2 + 3);

    @Test
    void p08_while_one_node_freezes_and_comes_back_nothing_is_done_twice_or_left() throws Exception {
        Pair desk = Pair.ready();
        Ledger ledger = new Ledger(desk.schema());
        await("what others left").atMost(Duration.ofMinutes(2)).until(ledger::undone, List::isEmpty);
        int before = ledger.events();
        try (Witness witness = Witness.of(desk.schema());
                Workforce force = Workforce.hire(desk.admin(desk.one()), AGENTS, CAPACITY, RULES)) {
            force.begin();
            Storm storm = new Storm(
                            desk.nodes().map(Node::api).toList(), desk.tokens().admin())
                    .unhurried(Duration.ofMillis(400))
                    .begin(CLIENTS, 8);
            await().atMost(CAUGHT_UP_WITHIN).until(() -> storm.hasServedAllSince(0));

            desk.two().freeze();
            long frozen = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos());
            boolean wentOn = storm.hasServedAllSince(frozen);
            desk.two().thaw();
            storm.end();
            force.end();

            assertThat(wentOn).isTrue();
            await("work").atMost(CAUGHT_UP_WITHIN).until(ledger::undone, List::isEmpty);
            assertThat(ledger.faults(storm.acknowledged())).isEmpty();
            assertThat(ledger.repeated()).isEmpty();
            assertThat(witness.reports()).isEmpty();
            assertThat(force.solved()).isPositive();
            assertThat(ledger.events() - before).isGreaterThan(EVENTS_MIN);

            force.everybodyCome();
            await("owners").atMost(PLACED_WITHIN).until(() -> ledger.waiting(force.group()), List::isEmpty);
        }
    }
}
