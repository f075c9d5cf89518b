package io.bilet.plugin;

import io.bilet.spi.Plugin;
import io.bilet.spi.PluginContext;
import io.bilet.spi.jar.PluginClassLoader;
import io.bilet.spi.jar.PluginJar;
import io.bilet.spi.ticket.TicketListener;
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

/** One plugin of this server, from the acceptance of its jar until the server stops. */
public final class InstalledPlugin {

    /** How long starting and stopping may take (PL-4, PL-5). */
    static final Duration START_MAX = Duration.ofSeconds(10);

    static final int LISTENERS_MAX = 8;

    private final PluginJar jar;
    private final PluginClassLoader loader;
    private final PluginHealth health;
    private final GuardedCall guard;
    private volatile PluginStatus phase = PluginStatus.STARTING;
    private volatile List<TicketListener> listeners = List.of();
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

    /** Who wants to hear of tickets; empty until the plugin runs. */
    public List<TicketListener> ticketListeners() {
        return listeners;
    }

    /**
     * Calls the plugin, outside of any transaction.
     *
     * @throws PluginFailed if it fails or takes longer than {@code deadline}
     */
    public <T> T call(Duration deadline, Callable<T> call) throws PluginFailed {
        return guard.call(deadline, call);
    }

    void start(PluginContext context) {
        try {
            Plugin made = guard.call(START_MAX, () -> {
                Plugin instance = jar.instance(loader);
                plugin = instance;
                instance.start(context);
                return instance;
            });
            listeners = guard.call(START_MAX, () -> checked(made.ticketListeners()));
            phase = PluginStatus.ACTIVE;
        } catch (PluginFailed e) {
            phase = PluginStatus.FAILED;
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
            // It goes down with the server anyway; its health has noted why.
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

    private static List<TicketListener> checked(List<TicketListener> listeners) {
        Set<String> names = new HashSet<>();
        for (TicketListener listener : listeners) {
            String name = listener.name();
            if (!name.matches("[a-z0-9-]{2,32}") || !names.add(name)) {
                throw new IllegalArgumentException("The name of a listener is malformed or used twice (TL-1).");
            }
        }
        if (names.size() > LISTENERS_MAX) {
            throw new IllegalArgumentException("There are more than %d listeners.".formatted(LISTENERS_MAX));
        }
        return List.copyOf(listeners);
    }
}
