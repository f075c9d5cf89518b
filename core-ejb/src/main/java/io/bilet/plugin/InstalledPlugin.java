package io.bilet.plugin;

import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.PluginInfo;
import io.bilet.spi.Setting;
import io.bilet.spi.jar.PluginClassLoader;
import io.bilet.spi.jar.PluginJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * One plugin of this server, from the acceptance of its jar until it is stopped. A changed jar or configuration makes
 * another one.
 */
public final class InstalledPlugin {

    /** How long starting and stopping may take (PL-4, PL-5). */
    static final Duration START_MAX = Duration.ofSeconds(10);

    private static final int SETTINGS_MAX = 32;

    private final PluginJar jar;
    private final PluginClassLoader loader;
    private final PluginHealth health;
    private final GuardedCall guard;
    private volatile PluginStatus phase = PluginStatus.STARTING;
    private volatile List<Setting> settings = List.of();
    private volatile Extensions extensions = Extensions.NONE;
    private volatile @Nullable Plugin plugin;

    InstalledPlugin(PluginJar jar, Clock clock, ThreadFactory threads) {
        this.jar = jar;
        try {
            loader = jar.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        health = new PluginHealth(clock);
        guard = new GuardedCall(loader, health, threads);
    }

    public String id() {
        return jar.id();
    }

    /** What its manifest says. */
    PluginInfo info() {
        return jar;
    }

    /** The jar, without the folder. */
    public String fileName() {
        return String.valueOf(jar.file().getFileName());
    }

    public String version() {
        return jar.version();
    }

    /** What the plugin was compiled against, as {@code major.minor}. */
    public String spiVersion() {
        return jar.spiVersion().toString();
    }

    public PluginStatus status() {
        return phase == PluginStatus.ACTIVE ? health.status() : phase;
    }

    public PluginHealth.Figures figures() {
        return health.figures();
    }

    /** What administrators can set; empty until the plugin was read. */
    List<Setting> settings() {
        return settings;
    }

    /** What it extends; nothing until the plugin runs. */
    public Extensions extensions() {
        return extensions;
    }

    /**
     * Calls the plugin, outside of any transaction.
     *
     * @throws PluginFailed if it fails or takes longer than {@code deadline}
     */
    public <T> T call(Duration deadline, Callable<T> call) throws PluginFailed {
        return guard.call(deadline, call);
    }

    /** Makes the plugin and asks what can be set; starts nothing. */
    void read() {
        try {
            guard.call(START_MAX, () -> {
                Plugin made = jar.instance(loader);
                settings = checked(made.settings());
                plugin = made;
                return id();
            });
        } catch (PluginFailed e) {
            phase = PluginStatus.FAILED;
        }
    }

    /** Starts it, if it could be read. */
    void start(PluginContext context) {
        Plugin made = plugin;
        if (made == null) {
            return;
        }
        try {
            extensions = guard.call(START_MAX, () -> {
                made.start(context);
                return Extensions.of(made);
            });
            phase = PluginStatus.ACTIVE;
        } catch (PluginFailed e) {
            phase = PluginStatus.FAILED;
        }
    }

    /** Leaves it as it is, for a reason other than a failure. */
    void leave(PluginStatus why, String reason) {
        if (phase == PluginStatus.STARTING) {
            health.note(reason);
            phase = why;
        }
    }

    void stop() {
        phase = PluginStatus.STOPPED;
        Plugin running = plugin;
        try {
            if (running != null) {
                guard.call(START_MAX, () -> {
                    running.stop();
                    return id();
                });
            }
        } catch (PluginFailed e) {
            // It is gone anyway; its health has noted why.
        } finally {
            guard.end();
            close();
        }
    }

    private void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Setting> checked(List<Setting> settings) {
        Set<String> names = new HashSet<>();
        for (Setting setting : settings) {
            if (!names.add(setting.name())) {
                throw new IllegalArgumentException("Two settings have one name (PL-6).");
            }
        }
        if (names.size() > SETTINGS_MAX) {
            throw new IllegalArgumentException("There are more than %d settings.".formatted(SETTINGS_MAX));
        }
        return List.copyOf(settings);
    }
}
