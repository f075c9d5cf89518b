package io.bilet.platform.work;

import io.bilet.platform.log.FailureTrace;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs every {@link Recurring} of the application from start to stop; a run that fails is logged and comes again. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Pulse {

    private static final Logger LOG = System.getLogger(Pulse.class.getName());

    private static final long DRAIN_SECONDS_MAX = 20;

    @Inject
    @Any
    private Instance<Recurring> recurring;

    @Resource
    private ManagedThreadFactory threads;

    @SuppressWarnings("NullAway.Init") // start() sets it
    private ScheduledExecutorService scheduler;

    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Threads of its own: the server's scheduler drops a task for good when it comes while the server is suspended. */
    @PostConstruct
    void start() {
        List<Recurring> all = recurring.stream().toList();
        scheduler = Executors.newScheduledThreadPool(Math.max(1, all.size()), threads);
        for (Recurring each : all) {
            failures.put(each.name(), 0L);
            long pause = each.pause().toMillis();
            var beats = scheduler.scheduleWithFixedDelay(() -> beat(each), pause, pause, TimeUnit.MILLISECONDS);
            LOG.log(
                    Level.DEBUG,
                    () -> each.name() + " comes again in " + beats.getDelay(TimeUnit.MILLISECONDS) + " ms");
        }
        begun.set(true);
    }

    /** Whether the schema is up to date, which comes first, and the duties are being done. */
    public boolean hasBegun() {
        return begun.get();
    }

    /** Takes no more work and lets what is running come to its end, so that a stop leaves no lease behind. */
    @PreDestroy
    void stop() {
        stopping.set(true);
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(DRAIN_SECONDS_MAX, TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the application is going down and nothing new may begin. */
    public boolean isStopping() {
        return stopping.get();
    }

    /** Runs that failed since the start, by the name of the duty; 0 where none did. */
    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }

    private void beat(Recurring each) {
        if (stopping.get()) {
            return;
        }
        try {
            each.run();
            if (failing.remove(each.name())) {
                LOG.log(Level.INFO, () -> each.name() + " runs again");
            }
        } catch (RuntimeException | Error failure) {
            failures.merge(each.name(), 1L, Long::sum);
            if (failing.add(each.name())) { // said once: the database may be away for long
                LOG.log(Level.WARNING, () -> each.name() + " failed and will run again: " + FailureTrace.of(failure));
            }
        }
    }
}
