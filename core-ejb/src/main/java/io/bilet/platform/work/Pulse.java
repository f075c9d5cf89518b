package io.bilet.platform.work;

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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

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
    private ManagedScheduledExecutorService scheduler;

    private final Map<String, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Collection<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @PostConstruct
    void start() {
        for (Recurring each : recurring) {
            long pause = each.pause().toMillis();
            beats.put(
                    each.name(),
                    scheduler.scheduleWithFixedDelay(() -> beat(each), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    /** Takes no more work and lets what is running come to its end, so that a stop leaves no lease behind. */
    @PreDestroy
    void stop() {
        stopping.set(true);
        beats.values().forEach(beat -> beat.cancel(false));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX);
        while (!running.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Whether the application is going down and nothing new may begin. */
    public boolean isStopping() {
        return stopping.get();
    }

    /** Runs that failed since the start, by name. */
    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }

    private void beat(Recurring each) {
        if (stopping.get()) {
            return;
        }
        running.add(each.name());
        try {
            each.run();
        } catch (RuntimeException | Error failure) {
            failures.merge(each.name(), 1L, Long::sum);
            LOG.log(Level.WARNING, () -> each.name() + " failed and will run again: " + failure, failure);
        } finally {
            running.remove(each.name());
        }
    }
}
