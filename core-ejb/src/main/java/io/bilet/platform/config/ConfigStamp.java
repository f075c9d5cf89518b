package io.bilet.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the nodes that share a database when configuration they hold in memory has changed. */
@ApplicationScoped
public class ConfigStamp {

    /** Half of the second within which a change made elsewhere must be seen: the look itself takes time too. */
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    @Inject
    ConfigStampRepository stamps;

    @Inject
    Event<Raised> raisings;

    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

    /** How many changes this node committed. */
    private final AtomicLong ownChanges = new AtomicLong();

    private volatile Seen seen = new Seen(0, Map.of());

    /** Counts the changes of an area; at most half a second old, and never older than a change this node committed. */
    public long version(String area) {
        long now = System.nanoTime();
        long due = nextLook.get();
        boolean behind = seen.ownChanges < ownChanges.get();
        if (behind || (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS))) {
            look();
        }
        return seen.versions.getOrDefault(area, 0L);
    }

    /** Others may look at the same time, and end in any order: what was seen is never taken back. */
    private void look() {
        long changes = ownChanges.get();
        Seen found = new Seen(changes, stamps.all());
        synchronized (nextLook) {
            seen = seen.and(found);
        }
    }

    /** Says, in the caller's transaction, that an area changes with it. */
    public void raise(String area) {
        stamps.raise(area);
        raisings.fire(new Raised(area));
    }

    void lookAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) Raised raised) {
        ownChanges.incrementAndGet();
    }

    /**
     * What a look found.
     *
     * @param ownChanges how many changes this node had committed when the look began; all of them are in it
     */
    private record Seen(long ownChanges, Map<String, Long> versions) {

        /** Both together; versions only ever grow. */
        Seen and(Seen other) {
            Map<String, Long> all = new HashMap<>(versions);
            other.versions.forEach((area, version) -> all.merge(area, version, Math::max));
            return new Seen(Math.max(ownChanges, other.ownChanges), Map.copyOf(all));
        }
    }

    /** An area changes if the present transaction commits. */
    public record Raised(String area) {}
}
