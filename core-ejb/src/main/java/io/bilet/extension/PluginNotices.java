package io.bilet.extension;

import io.bilet.platform.outbox.Subscriber;
import io.bilet.platform.work.WorkItem;
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

    private final InstalledPlugin plugin;
    private final Function<TicketId, Optional<Ticket>> tickets;
    private final Duration timeout;

    PluginNotices(InstalledPlugin plugin, Function<TicketId, Optional<Ticket>> tickets, Duration timeout) {
        this.plugin = plugin;
        this.tickets = tickets;
        this.timeout = timeout;
    }

    @Override
    public String queue() {
        return "plugin-" + plugin.id();
    }

    /** A plugin that could not be started hears nothing of that time; one that rests will be told later. */
    @Override
    public boolean wants(String topic) {
        PluginStatus status = plugin.status();
        boolean listens =
                status == PluginStatus.STARTING || !plugin.ticketListeners().isEmpty();
        return topic.startsWith("ticket.") && listens && status != PluginStatus.FAILED;
    }

    @Override
    public boolean isReady() {
        return plugin.status() == PluginStatus.ACTIVE;
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    /** Longer than all listeners together may take. */
    @Override
    public Duration lease() {
        return timeout.multipliedBy(plugin.ticketListeners().size() + 1L).plusSeconds(30);
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
        for (TicketListener listener : plugin.ticketListeners()) {
            tell(listener, notice);
        }
    }

    private void tell(TicketListener listener, TicketNotice notice) throws PluginFailed {
        plugin.call(timeout, () -> {
            listener.hear(notice);
            return notice.id();
        });
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(
                Level.WARNING,
                "plugin {0} never took notice {1} and will not hear of it again",
                plugin.id(),
                item.key());
    }
}
