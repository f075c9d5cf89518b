package io.bilet.plugin;

import io.bilet.platform.database.Retry;
import io.bilet.spi.PluginStore;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one plugin keeps. */
record HostStore(String pluginId, PluginStoreAdmin admin) implements PluginStore {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final int VALUE_MAX = 16_384;

    @Override
    public Optional<Entry> get(String key) {
        return Retry.of(() -> admin.find(pluginId, checked(key)));
    }

    @Override
    public boolean put(String key, String value, long expectedVersion) {
        if (value.length() > VALUE_MAX) {
            throw new IllegalArgumentException("A value has at most %,d characters.".formatted(VALUE_MAX));
        }
        return Retry.of(() -> admin.put(pluginId, checked(key), value, expectedVersion));
    }

    @Override
    public void remove(String key) {
        Retry.run(() -> admin.remove(pluginId, checked(key)));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A key has 1 to 100 letters, digits and the characters ._:/-");
        }
        return key;
    }
}
