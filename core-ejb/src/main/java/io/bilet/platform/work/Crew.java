package io.bilet.platform.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which a node works by itself. Threads of its own: the server's scheduler drops a task for good when it
 * comes while the server is suspended.
 */
@ApplicationScoped
public class Crew {

    /** After the 15 seconds that callers are given, so that a node is gone within the 30 seconds that are promised. */
    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private static final Duration IDLE_MAX = Duration.ofSeconds(60);

    @Resource
    private ManagedThreadFactory threads;

    private volatile boolean stopping;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private ScheduledExecutorService ticker;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private ExecutorService hands;

    @PostConstruct
    void start() {
        ticker = new ScheduledThreadPoolExecutor(1, threads, new DiscardPolicy());
        hands = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE, // there are as many as recurring duties, queues and mailboxes, each at most once
                IDLE_MAX.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                threads,
                new DiscardPolicy());
    }

    /** Does a task now; leaves it when the application stops. */
    public void begin(Runnable task) {
        hands.execute(task);
    }

    /** Does a task again and again, {@code pause} after it was last done, until the application stops. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the next time
    void every(Duration pause, Runnable task) {
        Runnable again = () -> {
            try {
                task.run();
            } finally {
                every(pause, task);
            }
        };
        ticker.schedule(() -> begin(again), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the application is going down and nothing new may begin. */
    public boolean isStopping() {
        return stopping;
    }

    /** Begins nothing more and lets what was begun come to its end; says whether it did within its time. */
    boolean stop() {
        stopping = true;
        ticker.shutdownNow();
        hands.shutdown();
        try {
            if (hands.awaitTermination(DRAIN_MAX.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
        return false;
    }
}
