package io.bilet.plugin;

import io.bilet.spi.PluginStore.Entry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps the small values of plugins, each change in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PluginStoreAdmin {

    /** A plugin that wants to keep more needs a database of its own. */
    static final int VALUES_MAX = 10_000;

    @Inject
    private PluginValueRepository values;

    public Optional<Entry> find(String pluginId, String key) {
        return values.find(pluginId, key);
    }

    /** Whether the value is kept now; version 0 stands for none. */
    public boolean put(String pluginId, String key, String value, long expectedVersion) {
        if (expectedVersion > 0) {
            return values.change(pluginId, key, value, expectedVersion);
        }
        if (values.count(pluginId) >= VALUES_MAX) {
            throw new IllegalStateException("A plugin keeps at most %,d values.".formatted(VALUES_MAX));
        }
        return values.add(pluginId, key, value);
    }

    public void remove(String pluginId, String key) {
        values.remove(pluginId, key);
    }
}
