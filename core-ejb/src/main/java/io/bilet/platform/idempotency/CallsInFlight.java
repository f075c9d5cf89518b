package io.bilet.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of one key into the database one after the other, so that a hundred repetitions at once do not take a
 * hundred connections to wait in. Between nodes the unique key does the same.
 */
@ApplicationScoped
public class CallsInFlight {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final ConcurrentMap<CallKey, CompletableFuture<@Nullable Void>> inFlight = new ConcurrentHashMap<>();

    /**
     * Runs {@code call} when no other of that key runs on this node.
     *
     * @throws CallInProgress if that takes longer than five seconds
     */
    public <T> T one(CallKey key, Supplier<T> call) {
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        long until = System.nanoTime() + WAIT.toNanos();
        CompletableFuture<@Nullable Void> other = inFlight.putIfAbsent(key, mine);
        while (other != null) {
            await(other, until - System.nanoTime());
            other = inFlight.putIfAbsent(key, mine);
        }
        try {
            return patiently(call, until);
        } finally {
            inFlight.remove(key, mine);
            mine.complete(null);
        }
    }

    /** Asks again while another node works on a call of that key; each time in a transaction of its own. */
    private static <T> T patiently(Supplier<T> call, long until) {
        while (true) {
            try {
                return call.get();
            } catch (CallInProgress inProgress) {
                if (System.nanoTime() - until >= 0) {
                    throw inProgress;
                }
            }
        }
    }

    private static void await(CompletableFuture<@Nullable Void> other, long nanos) {
        try {
            other.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CallInProgress();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInProgress();
        } catch (ExecutionException e) {
            throw new IllegalStateException("It is only ever completed normally", e);
        }
    }
}
