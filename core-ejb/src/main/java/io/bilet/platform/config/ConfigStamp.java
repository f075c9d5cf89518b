package io.bilet.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
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
    private volatile Map<String, Long> seen = Map.of();

    /** Counts the changes of an area; at most half a second old, and never older than a change this node committed. */
    public long version(String area) {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
            seen = stamps.all();
        }
        return seen.getOrDefault(area, 0L);
    }

    /** Says, in the caller's transaction, that an area changes with it. */
    public void raise(String area) {
        stamps.raise(area);
        raisings.fire(new Raised(area));
    }

    void lookAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) Raised raised) {
        nextLook.set(System.nanoTime());
    }

    /** An area changes if the present transaction commits. */
    public record Raised(String area) {}
}
