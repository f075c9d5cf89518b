package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P21: a node that is told to stop answers what it was asked before, gives back what it held, and is gone in time. */
@Tag("nodes")
class StopIT {

    private static final int CLIENTS = 20;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

    /** Among those who are in the middle of a request when a node is told to stop is one who is slow. */
    @Test
    void p21_nodes_that_stop_one_after_the_other_answer_everybody_and_lose_nothing() throws Exception {
        Pair desk = Pair.ready();

        for (Node leaving : List.of(desk.one(), desk.two(), desk.one())) {
            Storm storm = begin(desk);
            SlowRequest slow = SlowRequest.begin(leaving.api(), desk.tokens().admin(), Deed.opening());
            long told = System.nanoTime();
            leaving.terminate();
            TimeUnit.SECONDS.sleep(2);

            assertThat(slow.end()).startsWith("HTTP/1.1 201 ");
            assertThat(leaving.awaitEnd()).isLessThan(GONE_WITHIN);
            storm.end();
            assertThat(storm.attempts().stream().filter(attempt -> attempt.wasUnderWayAt(told)))
                    .isNotEmpty()
                    .allMatch(Attempt::isAnswered);
            assertThat(new Ledger(desk.schema()).faults(storm.acknowledged())).isEmpty();
            leaving.launch();
            leaving.awaitReady();
        }
    }

    @Test
    void p21_nodes_that_stop_at_once_leave_no_lease_behind() throws Exception {
        Pair desk = Pair.ready();
        Storm storm = begin(desk);

        desk.nodes().forEach(Node::terminate);
        for (Node node : List.of(desk.one(), desk.two())) {
            assertThat(node.awaitEnd()).isLessThan(GONE_WITHIN);
        }

        Ledger ledger = new Ledger(desk.schema());
        assertThat(ledger.held()).isEmpty();
        desk.startBoth();
        storm.end();
        assertThat(ledger.faults(storm.acknowledged())).isEmpty();
    }

    private static Storm begin(Pair desk) {
        Storm storm = new Storm(
                        desk.nodes().map(Node::api).toList(), desk.tokens().admin())
                .begin(CLIENTS, System.identityHashCode(desk));
        await().until(() -> storm.hasServedAllSince(0));
        return storm;
    }
}
