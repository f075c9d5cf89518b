package io.bilet.plugins.support;

import io.bilet.spi.FarEndUnavailable;
import java.time.Duration;

/** What is left of the time that the host gave for a call, which may need several of the far end. */
public final class Patience {

    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    /** Begins now. */
    public static Patience of(Duration timeout) {
        return new Patience(System.nanoTime() + timeout.toNanos());
    }

    /**
     * What is left.
     *
     * @throws FarEndUnavailable if nothing is
     */
    public Duration left() throws FarEndUnavailable {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() < 1) {
            throw new FarEndUnavailable("The far end took too long.");
        }
        return left;
    }
}
