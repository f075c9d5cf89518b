package io.bilet.platform.work;

import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.log.LogContext;
import io.bilet.platform.telemetry.Traces;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Brings due work to its workers, one thread per queue and node, so that a slow queue delays no other. */
@ApplicationScoped
public class WorkDriver implements Recurring {

    private static final Logger LOG = System.getLogger(WorkDriver.class.getName());

    /** Items leased at once; small, so that a node that dies holds little back. */
    private static final int BATCH = 20;

    private static final long DRAIN_SECONDS_MAX = 20;

    @Inject
    private Workers workers;

    @Inject
    private WorkQueue queue;

    @Inject
    private Traces traces;

    @Resource
    private ManagedThreadFactory threads;

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private ExecutorService executor;

    @PostConstruct
    void start() {
        executor = Executors.newCachedThreadPool(threads);
    }

    /** Lets each queue finish the item at hand. */
    @PreDestroy
    void stop() {
        stopping = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(DRAIN_SECONDS_MAX, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "work-driver";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(200);
    }

    @Override
    public void run() {
        workers.all().filter(Worker::isReady).forEach(worker -> {
            if (busy.add(worker.queue())) {
                executor.execute(() -> drain(worker));
            }
        });
    }

    private void drain(Worker worker) {
        try {
            List<WorkItem> items;
            do {
                items = Retry.of(() -> queue.claim(worker, BATCH));
                items.forEach(item -> attempt(worker, item));
            } while (items.size() == BATCH && !stopping);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, () -> "queue " + worker.queue() + " could not be read: " + FailureTrace.of(failure));
        } finally {
            busy.remove(worker.queue());
        }
    }

    /** What a stopping node has leased but not begun, it gives back at once. */
    private void attempt(Worker worker, WorkItem item) {
        if (stopping) {
            queue.giveBack(item);
            return;
        }
        LogContext.resume(item.cause().requestId());
        try (Traces.Running running = traces.resume("work " + worker.queue(), item.cause())) {
            running.note("work.key", item.key()).note("work.attempt", Integer.toString(item.attempt()));
            attempt(worker, item, running);
        } finally {
            LogContext.end();
        }
    }

    private void attempt(Worker worker, WorkItem item, Traces.Running running) {
        try {
            worker.work(item);
            queue.done(item);
        } catch (LeaseLost lost) {
            LOG.log(Level.INFO, () -> worker.queue() + " item " + item.id() + " was taken over by another node");
        } catch (Exception failure) {
            running.failed(failure);
            LOG.log(Level.INFO, () -> worker.queue() + " item " + item.id() + " failed: " + FailureTrace.of(failure));
            if (queue.failed(worker, item, failure)) {
                worker.putAside(item, failure);
            }
        }
    }
}
