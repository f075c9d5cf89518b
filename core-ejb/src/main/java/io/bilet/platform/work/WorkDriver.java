package io.bilet.platform.work;

import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.log.LogContext;
import io.bilet.platform.telemetry.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Brings due work to its workers. Each queue has threads of its own, so that a slow one delays no other: one thread as
 * a rule, more where {@link Worker#hands()} allows them and there is work for them.
 */
@ApplicationScoped
public class WorkDriver implements Recurring {

    private static final Logger LOG = System.getLogger(WorkDriver.class.getName());

    /** Items leased at once; small, so that a node that dies holds little back. */
    private static final int BATCH = 20;

    @Inject
    private Workers workers;

    @Inject
    private WorkQueue queue;

    @Inject
    private Traces traces;

    @Inject
    private Crew crew;

    @Inject
    private Complaints complaints;

    private final Set<Hand> busy = ConcurrentHashMap.newKeySet();

    /** By queue, what could not be told to it because the database went away; told before anything else is begun. */
    private final Map<String, Queue<Runnable>> owed = new ConcurrentHashMap<>();

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
        List<Worker> idle = workers.all()
                .filter(worker -> !busy.contains(new Hand(worker.queue(), 1)))
                .filter(Worker::isReady)
                .toList();
        Set<String> due =
                Retry.of(() -> queue.due(idle.stream().map(Worker::queue).toList()));
        idle.stream()
                .filter(worker -> due.contains(worker.queue()) || owes(worker))
                .forEach(worker -> begin(worker, 1));
    }

    private boolean owes(Worker worker) {
        Queue<Runnable> owing = owed.get(worker.queue());
        return owing != null && !owing.isEmpty();
    }

    private void begin(Worker worker, int number) {
        Hand hand = new Hand(worker.queue(), number);
        if (busy.add(hand)) {
            crew.begin(() -> complaints.run("queue " + worker.queue(), () -> drain(worker, hand)));
        }
    }

    private void drain(Worker worker, Hand hand) {
        Queue<Runnable> owing = owed.computeIfAbsent(worker.queue(), nothing -> new ConcurrentLinkedQueue<>());
        try {
            while (hand.isFirst() && !owing.isEmpty()) {
                owing.element().run();
                owing.remove();
            }
            List<WorkItem> items;
            do {
                long claimed = System.nanoTime();
                items = Retry.of(() -> queue.claim(worker, BATCH));
                if (items.size() == BATCH && hand.number() < worker.hands()) {
                    begin(worker, hand.number() + 1);
                }
                attempt(worker, items, claimed, owing);
            } while (items.size() == BATCH && !crew.isStopping());
        } finally {
            busy.remove(hand);
        }
    }

    private void attempt(Worker worker, List<WorkItem> items, long claimed, Queue<Runnable> owing) {
        for (int i = 0; i < items.size(); i++) {
            WorkItem item = items.get(i);
            try {
                attempt(worker, item, claimed);
            } catch (RuntimeException unsettled) {
                owing.add(() -> putBack(worker, item, unsettled));
                items.subList(i + 1, items.size()).forEach(left -> owing.add(() -> queue.giveBack(left)));
                throw unsettled;
            }
        }
    }

    /**
     * What it has leased but not begun, a stopping node gives back at once, and a slow one before another node may take
     * it over: an item that is begun has half its lease left.
     */
    private void attempt(Worker worker, WorkItem item, long claimed) {
        boolean slow = System.nanoTime() - claimed > worker.lease().toNanos() / 2;
        if (slow || crew.isStopping()) {
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
            putBack(worker, item, failure);
        }
    }

    private void putBack(Worker worker, WorkItem item, Exception failure) {
        if (queue.failed(worker, item, failure)) {
            worker.putAside(item, failure);
        }
    }

    /** One of the threads of a queue; the first is number 1. */
    private record Hand(String queue, int number) {

        boolean isFirst() {
            return number == 1;
        }
    }
}
