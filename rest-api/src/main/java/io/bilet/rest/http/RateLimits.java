package io.bilet.rest.http;

import io.bilet.access.Caller;
import io.bilet.rest.http.edge.HttpSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How often a token may call: a bucket per token that holds a minute's calls and fills evenly. Each node counts for
 * itself.
 */
@ApplicationScoped
public class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** More tokens than call within a minute; a limit, so that the memory has one too. */
    private static final int BUCKETS_MAX = 10_000;

    private final Map<String, Metered> buckets = new ConcurrentHashMap<>();

    @Inject
    HttpSettings settings;

    /** Counts a call. */
    Verdict count(Caller caller) {
        int limit = Objects.requireNonNullElse(caller.requestsPerMinute(), settings.requestsPerMinute());
        if (buckets.size() >= BUCKETS_MAX) {
            forgetIdle();
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(caller.tokenId(), token -> new Metered(limit, bucket(limit)))
                .bucket
                .tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** A bucket nobody drew from for a minute is full again, and a new one is no different. */
    private void forgetIdle() {
        buckets.values().removeIf(metered -> metered.bucket.getAvailableTokens() >= metered.limit);
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private record Metered(int limit, Bucket bucket) {}

    /**
     * What became of a call.
     *
     * @param limit calls a minute
     * @param remaining calls that could follow at once
     * @param resetSeconds until the bucket is full
     * @param retrySeconds until the next call may come, if this one may not
     */
    record Verdict(boolean allowed, int limit, long remaining, long resetSeconds, long retrySeconds) {

        /** The {@code RateLimit-Policy} header. */
        String policy() {
            return "\"token\";q=%d;w=%d".formatted(limit, WINDOW.toSeconds());
        }

        /** The {@code RateLimit} header. */
        String state() {
            return "\"token\";r=%d;t=%d".formatted(remaining, resetSeconds);
        }
    }
}
