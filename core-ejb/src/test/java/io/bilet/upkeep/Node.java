package io.bilet.upkeep;

import io.bilet.platform.database.Retry;
import io.bilet.platform.work.Recurring;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.platform.work.Worker;
import io.bilet.sla.SlaDesk;
import java.time.Instant;
import java.util.List;

/** What a node does about a timer: it looks for what is due and works on its queue, as the server's threads do. */
final class Node<T extends Recurring & Worker> {

    private final WorkQueue queue;
    private final T timer;

    private Node(WorkQueue queue, T timer) {
        this.queue = queue;
        this.timer = timer;
    }

    static <T extends Recurring & Worker> Node<T> of(SlaDesk desk, T timer) {
        return new Node<>(desk.bean(WorkQueue.class), timer);
    }

    static <T extends Recurring & Worker> Node<T> at(Instant now, Class<T> timer) {
        var desk = new SlaDesk(now);
        return of(desk, desk.bean(timer));
    }

    /** One sweep, and work until nothing is due; says how many pieces failed. */
    int run() {
        timer.run();
        int failed = 0;
        List<WorkItem> items;
        do {
            items = Retry.of(() -> queue.claim(timer, 20));
            for (WorkItem item : items) {
                failed += attempt(item) ? 0 : 1;
            }
        } while (!items.isEmpty());
        return failed;
    }

    private boolean attempt(WorkItem item) {
        try {
            timer.work(item);
            queue.done(item);
            return true;
        } catch (Exception failure) {
            queue.failed(timer, item, failure);
            return false;
        }
    }
}
