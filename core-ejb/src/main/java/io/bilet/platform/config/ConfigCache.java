package io.bilet.platform.config;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something made from configuration, made anew when one of its areas changes.
 *
 * <p>Not for the transaction that changes the area: what is loaded there may never be committed.
 */
public final class ConfigCache<T> {

    private final ToLongFunction<String> versions;
    private final Supplier<T> load;
    private final List<String> areas;
    private volatile @Nullable Held<T> held;

    /**
     * @param versions normally {@code configStamp::version}
     * @param load reads and compiles; called on the thread that first asks after a change
     */
    public ConfigCache(ToLongFunction<String> versions, Supplier<T> load, String... areas) {
        this.versions = versions;
        this.load = load;
        this.areas = List.of(areas);
    }

    /** The present value. */
    public T get() {
        long version = areas.stream().mapToLong(versions).sum(); // each only ever grows, so the sum tells every change
        Held<T> present = held;
        if (present == null || present.version != version) {
            present = new Held<>(version, load.get());
            held = present;
        }
        return present.value;
    }

    private record Held<T>(long version, T value) {}
}
