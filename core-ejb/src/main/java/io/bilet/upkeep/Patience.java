package io.bilet.upkeep;

import java.time.Duration;

/** How long a duty that fails is tried again: 6 times within about 20 minutes. */
final class Patience {

    static final int ATTEMPTS_MAX = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private Patience() {}

    static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(attempt - 1, 3)));
    }
}
