package io.bilet.extension;

import io.bilet.platform.outbox.Subscriber;
import io.bilet.platform.work.WorkItem;
import io.bilet.plugin.Extensions;
import io.bilet.plugin.InstalledPlugin;
import io.bilet.plugin.PluginFailed;
import io.bilet.plugin.PluginStatus;
import io.bilet.spi.ticket.TicketListener;
import io.bilet.spi.ticket.TicketNotice;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The notices for one plugin. */
final class PluginNotices implements Subscriber {

    /**
     * About one hour in all: long enough for a restart of the far end, short enough that order still means something.
     */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(25));

    private static final Logger LOG = System.getLogger(PluginNotices.class.getName());

    private final String pluginId;
    private final Function<String, Optional<InstalledPlugin>> plugins;
    private final Function<TicketId, Optional<Ticket>> tickets;
    private final Duration timeout;

    PluginNotices(
            String pluginId,
            Function<String, Optional<InstalledPlugin>> plugins,
            Function<TicketId, Optional<Ticket>> tickets,
            Duration timeout) {
        this.pluginId = pluginId;
        this.plugins = plugins;
        this.tickets = tickets;
        this.timeout = timeout;
    }

    @Override
    public String queue() {
        return "plugin-" + pluginId;
    }

    /** A plugin that could not be started hears nothing of that time; one that rests will be told later. */
    @Override
    public boolean wants(String topic) {
        return topic.startsWith("ticket.")
                && plugins.apply(pluginId).filter(PluginNotices::listens).isPresent();
    }

    private static boolean listens(InstalledPlugin plugin) {
        return plugin.status() == PluginStatus.STARTING
                || !plugin.extensions().ticketListeners().isEmpty();
    }

    @Override
    public boolean isReady() {
        return plugins.apply(pluginId)
                .filter(plugin -> plugin.status() == PluginStatus.ACTIVE)
                .isPresent();
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    /** Longer than all listeners together may take. */
    @Override
    public Duration lease() {
        return timeout.multipliedBy(Extensions.EACH_MAX + 1L).plusSeconds(30);
    }

    @Override
    public int attemptsMax() {
        return PAUSES.size() + 1;
    }

    @Override
    public Duration pause(int attempt) {
        return PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
    }

    @Override
    public void work(WorkItem item) throws PluginFailed {
        JsonObject entry = item.payloadJson();
        TicketId id = TicketId.parse(entry.getString("ticket_id"));
        Optional<Ticket> ticket = tickets.apply(id);
        if (ticket.isEmpty()) {
            return; // erased meanwhile: there is nothing to tell
        }
        TicketNotice notice = new Notice(
                id + "-" + entry.getJsonNumber("seq"),
                entry.getString("type"),
                Instant.parse(entry.getString("at")),
                Snapshot.of(ticket.get()),
                item.attempt(),
                timeout);
        Optional<InstalledPlugin> plugin = plugins.apply(pluginId);
        if (plugin.isPresent()) {
            for (TicketListener listener : plugin.get().extensions().ticketListeners()) {
                tell(plugin.get(), listener, notice);
            }
        }
    }

    private static void tell(InstalledPlugin plugin, TicketListener listener, TicketNotice notice) throws PluginFailed {
        plugin.call(notice.timeout(), () -> {
            listener.hear(notice);
            return notice.id();
        });
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(Level.WARNING, "plugin {0} never took notice {1} and will not hear of it again", pluginId, item.key());
    }
}
