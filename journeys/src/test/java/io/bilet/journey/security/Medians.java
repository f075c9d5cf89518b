package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;

/** Compares how long two calls take, as somebody would who wants to learn from it. */
final class Medians {

    private static final int ROUNDS = 300;

    /** What can be told over a network by patient people; the promise is 5 ms. */
    private static final Duration TELLING = Duration.ofMillis(5);

    private Medians() {}

    /** A difference that is there shows itself every time; one that is the machine's does not. */
    private static final int MEASUREMENTS = 3;

    static void assertAlike(Runnable one, Runnable other) {
        Duration smallest = Duration.ofDays(1);
        for (int i = 0; i < MEASUREMENTS && smallest.compareTo(TELLING) >= 0; i++) {
            Duration difference = difference(one, other);
            smallest = difference.compareTo(smallest) < 0 ? difference : smallest;
        }
        assertThat(smallest).isLessThan(TELLING);
    }

    /** Takes turns, so that whatever else the machine does meets both. */
    private static Duration difference(Runnable one, Runnable other) {
        long[] ones = new long[ROUNDS];
        long[] others = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ones[i] = nanos(one);
            others[i] = nanos(other);
        }
        return Duration.ofNanos(median(ones) - median(others)).abs();
    }

    private static long nanos(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
