package io.bilet.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    static final Duration REST_MAX = Duration.ofHours(1);
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

    /** The far end asked for patience: the plugin rests as long as it wants, and that is not held against it. */
    synchronized void unavailable(String reason, Optional<Duration> wish) {
        count(reason);
        Duration rest = wish.filter(time -> time.compareTo(REST_MAX) < 0).orElse(wish.isPresent() ? REST_MAX : REST);
        restsUntil = clock.instant().plus(rest);
    }

    /** The far end does not work with what is set: said to administrators, and not held against the plugin. */
    synchronized void refused(String reason) {
        count(reason);
    }

    synchronized void failed(String reason) {
        count(reason);
        Instant now = clock.instant();
        failuresInARow++;
        failingSince = failingSince.isBefore(now) ? failingSince : now;
        if (failuresInARow >= FAILURES_UNTIL_REST) {
            restsUntil = now.plus(REST);
        }
        suspended = failuresInARow >= FAILURES_UNTIL_SUSPENSION
                && failingSince.plus(SUSPENSION_AFTER).isBefore(now);
    }

    private void count(String reason) {
        calls++;
        failures++;
        note(reason);
    }

    /** Keeps a reason without a call. */
    final synchronized void note(String reason) {
        lastFailure = new Failure(clock.instant(), reason);
    }

    public synchronized Figures figures() {
        return new Figures(calls, failures, lastFailure);
    }
}
