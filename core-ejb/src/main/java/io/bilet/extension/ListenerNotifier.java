package io.bilet.extension;

import io.bilet.platform.config.Within;
import io.bilet.platform.work.WorkerSource;
import io.bilet.plugin.PluginHost;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings what happens to tickets to the listeners of plugins. */
@ApplicationScoped
public class ListenerNotifier implements WorkerSource {

    @Inject
    private PluginHost host;

    @Inject
    private TicketRepository tickets;

    @Inject
    @ConfigProperty(name = "bilet.plugins.listener-timeout", defaultValue = "PT5S")
    @Within(min = "PT1S", max = "PT30S")
    private Duration timeout;

    private final Map<String, PluginNotices> queues = new ConcurrentHashMap<>();

    @Override
    public List<PluginNotices> workers() {
        return host.plugins().stream()
                .map(plugin -> queues.computeIfAbsent(plugin.id(), this::queue))
                .toList();
    }

    private PluginNotices queue(String pluginId) {
        return new PluginNotices(pluginId, host::find, tickets::find, timeout);
    }
}
