package io.bilet.spi;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Small values that a plugin keeps between calls and restarts, shared by all nodes and seen by no other plugin.
 * Personal data does not belong here.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface PluginStore {

    /**
     * What is kept under this key.
     *
     * @param key 1 to 100 ASCII letters, digits and {@code ._:/-}
     */
    Optional<Entry> get(String key);

    /**
     * Keeps a value if nobody changed it meanwhile.
     *
     * @param key as above
     * @param value 0 to 16,384 characters
     * @param expectedVersion the version that was read, or 0 if nothing was kept
     * @return whether it is kept now; if not, somebody was faster: read again
     * @throws IllegalStateException if the plugin keeps 10,000 values already
     */
    boolean put(String key, String value, long expectedVersion);

    /** Forgets what is kept under this key, if anything. */
    void remove(String key);

    /**
     * A kept value.
     *
     * @param value 0 to 16,384 characters
     * @param version 1 or more; grows with each change
     */
    record Entry(String value, long version) {}
}
