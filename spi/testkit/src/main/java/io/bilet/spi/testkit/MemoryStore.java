package io.bilet.spi.testkit;

import io.bilet.spi.PluginStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that forgets when the test ends. */
final class MemoryStore implements PluginStore {

    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public synchronized Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized boolean put(String key, String value, long expectedVersion) {
        long version = get(key).map(Entry::version).orElse(0L);
        if (version != expectedVersion) {
            return false;
        }
        entries.put(key, new Entry(value, version + 1));
        return true;
    }

    @Override
    public synchronized void remove(String key) {
        entries.remove(key);
    }
}
