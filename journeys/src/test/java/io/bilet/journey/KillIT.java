package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P01: what was acknowledged is on disk, however often the server dies. Two nodes die shortly one after the other, as in
 * a power cut, and start side by side.
 */
@Tag("nodes")
class KillIT {

    private static final int WRITERS = 40;
    private static final int KILLS = Integer.getInteger("bilet.kills", 20);
    private static final long SEED = 4711;

    @Test
    void p01_nothing_acknowledged_is_lost_doubled_or_torn_when_the_server_is_killed() throws Exception {
        Random random = new Random(SEED);
        Pair desk = Pair.ready();
        Storm storm =
                new Storm(desk.nodes().map(Node::api).toList(), desk.tokens().admin()).begin(WRITERS, SEED);

        for (int kill = 0; kill < KILLS; kill += 2) {
            Thread.sleep(1_000 + random.nextInt(4_000));
            desk.one().kill();
            Thread.sleep(random.nextInt(500));
            desk.two().kill();
            desk.startBoth();
        }
        storm.end();

        assertThat(storm.acknowledged()).hasSizeGreaterThan(KILLS * WRITERS);
        assertThat(new Ledger(desk.schema()).faults(storm.acknowledged())).isEmpty();
    }
}
