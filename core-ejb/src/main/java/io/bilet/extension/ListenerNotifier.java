package io.bilet.extension;

import io.bilet.platform.config.Within;
import io.bilet.platform.work.WorkerSource;
import io.bilet.plugin.PluginHost;
import io.bilet.ticket.TicketRepository;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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

    private List<PluginNotices> queues = List.of();

    @PostConstruct
    void open() {
        queues = host.plugins().stream()
                .map(plugin -> new PluginNotices(plugin, tickets::find, timeout))
                .toList();
    }

    @Override
    public List<PluginNotices> workers() {
        return queues;
    }
}
