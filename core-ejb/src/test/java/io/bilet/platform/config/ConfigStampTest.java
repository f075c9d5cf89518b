package io.bilet.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfigStampTest {

    private final SlowStamps stamps = new SlowStamps();
    private final ConfigStamp stamp = new ConfigStamp();

    ConfigStampTest() {
        stamp.stamps = stamps;
    }

    @Test
    void a_change_this_node_committed_is_seen_at_once_even_while_somebody_else_is_looking() throws Exception {
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<Long> early = others.submit(() -> stamp.version("access"));
            assertThat(stamps.looking.await(10, TimeUnit.SECONDS)).isTrue();

            commitAChange();
            long seen = stamp.version("access");
            stamps.goOn.countDown();

            assertThat(early.get(10, TimeUnit.SECONDS)).isBetween(0L, 1L);
            assertThat(seen).isEqualTo(1);
            assertThat(stamp.version("access"))
                    .as("what was seen is not taken back")
                    .isEqualTo(1);
        } finally {
            others.shutdownNow();
        }
    }

    private void commitAChange() {
        stamps.raise("access");
        stamp.lookAgain(new ConfigStamp.Raised("access"));
    }

    /** Stamps of which the first look takes as long as it is told. */
    private static final class SlowStamps extends ConfigStampRepository {

        final CountDownLatch looking = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        private final Map<String, Long> versions = new ConcurrentHashMap<>();

        @Override
        public Map<String, Long> all() {
            Map<String, Long> found = Map.copyOf(versions);
            if (looking.getCount() > 0) {
                looking.countDown();
                await(goOn);
            }
            return found;
        }

        @Override
        public void raise(String area) {
            versions.merge(area, 1L, Long::sum);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
