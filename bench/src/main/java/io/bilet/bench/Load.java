package io.bilet.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A closed loop: so many connections, each doing one thing after the other for a fixed time. */
final class Load {

    /** One connection's work; made on its own thread, closed at the end. */
    interface Work extends AutoCloseable {

        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Opens a connection and says what it does. */
    interface Opening {
        Work open(int connection) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param count things done
     * @param perSecond of them
     * @param p50Millis half took at most this long
     */
    record Result(int count, double perSecond, double p50Millis, double p95Millis, double p99Millis) {}

    private Load() {}

    static Result run(Opening opening, int connections, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int connection = i;
                all.add(threads.submit(() -> loop(opening, connection, until)));
            }
            long[] nanos = new long[0];
            for (Future<long[]> each : all) {
                long[] more = each.get();
                int have = nanos.length;
                nanos = Arrays.copyOf(nanos, have + more.length);
                System.arraycopy(more, 0, nanos, have, more.length);
            }
            Arrays.sort(nanos);
            return new Result(
                    nanos.length,
                    nanos.length / (double) seconds,
                    millis(nanos, 0.50),
                    millis(nanos, 0.95),
                    millis(nanos, 0.99));
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(Opening opening, int connection, long until) throws Exception {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (Work work = opening.open(connection)) {
            for (long start = System.nanoTime(); start < until; start = System.nanoTime()) {
                work.once();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
