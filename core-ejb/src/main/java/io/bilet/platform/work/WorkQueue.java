package io.bilet.platform.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Hands out due work and takes it back; each method is one short transaction, or part of the caller's. */
@Stateless
public class WorkQueue {

    private static final int ERROR_LENGTH_MAX = 1_000;

    @Inject
    private WorkRepository work;

    /** Adds work in the caller's transaction and in one statement; the same key a second time changes nothing. */
    public void add(String queue, List<NewWork> several) {
        work.add(queue, several);
    }

    /**
     * Adds what is found to be due, in one transaction and one statement; what is there already changes nothing.
     *
     * @return how much was found
     */
    public int fill(String queue, Supplier<List<NewWork>> find) {
        List<NewWork> found = find.get();
        if (!found.isEmpty()) {
            work.add(queue, found);
        }
        return found.size();
    }

    /** Which of the queues have something that is due and in nobody's hand, asked in one statement. */
    public Set<String> due(List<String> queues) {
        return queues.isEmpty() ? Set.of() : work.due(queues);
    }

    /** Leases up to {@code limit} due items to this node. */
    public List<WorkItem> claim(Worker worker, int limit) {
        List<WorkItem> due = work.lockDue(worker.queue(), worker.inOrder(), limit);
        if (!due.isEmpty()) {
            work.lease(due.stream().map(WorkItem::id).toList(), worker.lease().toSeconds());
        }
        return due;
    }

    /**
     * Marks an item done; call it in the transaction of the item's effect where there is one.
     *
     * @throws LeaseLost if another node took the item over meanwhile
     */
    public void done(WorkItem item) {
        if (!work.remove(item)) {
            throw new LeaseLost(item.queue());
        }
    }

    /**
     * Puts a failed item back to be tried again, or aside once it was tried often enough; says whether it was put
     * aside.
     */
    public boolean failed(Worker worker, WorkItem item, Exception failure) {
        boolean aside = item.attempt() >= worker.attemptsMax();
        String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String cut = error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX));
        return work.putBack(
                        item,
                        cut,
                        aside ? null : worker.pause(item.attempt(), failure).toMillis())
                && aside;
    }

    /** Drops what a queue still has, whoever holds it: nobody is to do it any more. */
    public void clear(String queue) {
        work.removeAll(queue);
    }

    /** Lets another node have an item that was leased but not begun; the attempt does not count. */
    public void giveBack(WorkItem item) {
        work.giveBack(item);
    }
}
