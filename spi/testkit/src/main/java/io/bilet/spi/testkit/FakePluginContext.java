package io.bilet.spi.testkit;

import io.bilet.spi.PluginContext;
import io.bilet.spi.PluginInfo;
import io.bilet.spi.PluginStore;
import io.bilet.spi.SpiVersion;
import io.bilet.spi.http.HttpSender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A host for tests: the given settings, a clock that stands still, the JDK's logger, a store that forgets, and a sender
 * that also reaches this machine.
 *
 * @param plugin what the manifest would say
 * @param settings names without {@code bilet.plugins.<plugin id>.}
 * @param store what the plugin keeps
 * @param http the way to far ends
 * @since 0.1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record FakePluginContext(PluginInfo plugin, Map<String, String> settings, PluginStore store, HttpSender http)
        implements PluginContext {

    /** When it always is: 23 November 2026, 10:00 UTC, a Monday. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** A context for a plugin of this id. */
    public static FakePluginContext of(String pluginId, Map<String, String> settings) {
        return new FakePluginContext(
                new Manifest(pluginId, "test", SpiVersion.CURRENT),
                Map.copyOf(settings),
                new MemoryStore(),
                new PlainHttpSender());
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("bilet.plugin." + plugin.id());
    }

    private record Manifest(String id, String version, SpiVersion spiVersion) implements PluginInfo {}
}
