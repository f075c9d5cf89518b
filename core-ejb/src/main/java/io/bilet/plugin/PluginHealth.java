package io.bilet.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the calls to one plugin went, and whether it may be called now.
 *
 * <p>Two conditions suspend it, so that neither a burst nor a slow trickle does: ten failures in a row, over more
 * than ten minutes.
 */
public final class PluginHealth {

    static final int FAILURES_UNTIL_REST = 3;
    static final Duration REST = Duration.ofSeconds(30);
    static final int FAILURES_UNTIL_SUSPENSION = 10;
    static final Duration SUSPENSION_AFTER = Duration.ofMinutes(10);

    private final Clock clock;
    private long calls;
    private long failures;
    private int failuresInARow;
    private Instant failingSince = Instant.MAX;
    private Instant restsUntil = Instant.MIN;
    private boolean suspended;
    private @Nullable Failure lastFailure;

    PluginHealth(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is known about a plugin's calls.
     *
     * @param calls since the start
     * @param failures of those
     * @param lastFailure null if there was none
     */
    public record Figures(
            long calls, long failures, @Nullable Failure lastFailure) {}

    /** One failure, in words for administrators. */
    public record Failure(Instant at, String reason) {}

    /** Resting or suspended; {@link PluginStatus#RUNNING} if it may be called. */
    synchronized PluginStatus status() {
        if (suspended) {
            return PluginStatus.SUSPENDED;
        }
        return clock.instant().isBefore(restsUntil) ? PluginStatus.RESTING : PluginStatus.ACTIVE;
    }

    synchronized void succeeded() {
        calls++;
        failuresInARow = 0;
        failingSince = Instant.MAX;
    }

    /** The plugin asked for patience: it rests, and that is not held against it. */
    synchronized void unavailable(String reason) {
        note(reason);
        restsUntil = clock.instant().plus(REST);
    }

    synchronized void failed(String reason) {
        note(reason);
        Instant now = clock.instant();
        failuresInARow++;
        failingSince = failingSince.isBefore(now) ? failingSince : now;
        if (failuresInARow >= FAILURES_UNTIL_REST) {
            restsUntil = now.plus(REST);
        }
        suspended = failuresInARow >= FAILURES_UNTIL_SUSPENSION
                && failingSince.plus(SUSPENSION_AFTER).isBefore(now);
    }

    private void note(String reason) {
        calls++;
        failures++;
        lastFailure = new Failure(clock.instant(), reason);
    }

    public synchronized Figures figures() {
        return new Figures(calls, failures, lastFailure);
    }
}
