package io.bilet.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings due work to its workers, one thread per queue and node, so that a slow queue delays no other. */
@ApplicationScoped
public class WorkDriver implements Recurring {

    private static final Logger LOG = System.getLogger(WorkDriver.class.getName());

    /** Items leased at once; small, so that a node that dies holds little back. */
    private static final int BATCH = 20;

    @Inject
    @Any
    private Instance<Worker> workers;

    @Inject
    private WorkQueue queue;

    @Resource
    private ManagedExecutorService executor;

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

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
        for (Worker worker : workers) {
            if (busy.add(worker.queue())) {
                executor.execute(() -> drain(worker));
            }
        }
    }

    private void drain(Worker worker) {
        try {
            List<WorkItem> items;
            do {
                items = queue.claim(worker, BATCH);
                items.forEach(item -> attempt(worker, item));
            } while (items.size() == BATCH);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, () -> "queue " + worker.queue() + " could not be read: " + failure);
        } finally {
            busy.remove(worker.queue());
        }
    }

    private void attempt(Worker worker, WorkItem item) {
        try {
            worker.work(item);
            queue.done(item);
        } catch (LeaseLost lost) {
            LOG.log(Level.INFO, () -> worker.queue() + " item " + item.id() + " was taken over by another node");
        } catch (Exception failure) {
            LOG.log(Level.INFO, () -> worker.queue() + " item " + item.id() + " failed: " + failure);
            if (queue.failed(worker, item, failure)) {
                worker.putAside(item, failure);
            }
        }
    }
}
