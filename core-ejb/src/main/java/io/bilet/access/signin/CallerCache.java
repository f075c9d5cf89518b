package io.bilet.access.signin;

import io.bilet.access.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Callers by a digest of what they showed, each for a short time and for one version of everybody's rights: an entry
 * made before a revocation is never found after it, even if it was put in later.
 */
final class CallerCache {

    /** More people than an installation has at one time; a limit, so that a flood cannot fill the memory. */
    static final int ENTRIES_MAX = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    Optional<Caller> find(String key, long version) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.version != version || entry.isOver()) {
            entries.remove(key, entry);
            return Optional.empty();
        }
        return Optional.of(entry.caller);
    }

    void put(String key, Caller caller, Duration life, long version) {
        if (life.isNegative() || life.isZero()) {
            return;
        }
        if (entries.size() >= ENTRIES_MAX) {
            entries.values().removeIf(entry -> entry.version != version || entry.isOver());
        }
        if (entries.size() >= ENTRIES_MAX) {
            entries.clear();
        }
        entries.put(key, new Entry(caller, System.nanoTime() + life.toNanos(), version));
    }

    private record Entry(Caller caller, long until, long version) {

        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }
}
