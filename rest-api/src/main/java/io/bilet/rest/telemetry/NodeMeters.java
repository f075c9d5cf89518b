package io.bilet.rest.telemetry;

import io.bilet.platform.database.DatabaseAway;
import io.bilet.platform.telemetry.BacklogQueries;
import io.bilet.platform.telemetry.BacklogQueries.QueueRow;
import io.bilet.platform.telemetry.DiskSpace;
import io.bilet.platform.telemetry.StatementCount;
import io.bilet.platform.time.MachineClock;
import io.bilet.platform.work.Complaints;
import io.bilet.plugin.PluginHost;
import io.bilet.plugin.PluginReport;
import io.bilet.plugin.PluginStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is measured only when somebody asks: queues, clocks, the disk, plugins, failures of recurring duties. */
@ApplicationScoped
public class NodeMeters implements MeterBinder {

    @Inject
    BacklogQueries backlog;

    @Inject
    DiskSpace disk;

    @Inject
    PluginHost plugins;

    @Inject
    Complaints complaints;

    private final Map<String, MultiGauge> tables = new HashMap<>();
    private volatile double skewSeconds = Double.NaN;
    private volatile int databaseUp;

    @Override
    public void bindTo(MeterRegistry registry) {
        table(registry, "bilet.queue.waiting", "Items of a work queue, or rows of the outbox, that wait.");
        table(registry, "bilet.queue.oldest.seconds", "How long the oldest item has been due.");
        table(registry, "bilet.queue.dead.letters", "Items that were put aside and wait for a person.");
        table(registry, "bilet.plugin.active", "1 while a plugin may be called, else 0.");
        table(registry, "bilet.plugin.calls", "Calls to a plugin since the start.");
        table(registry, "bilet.plugin.failures", "Calls to a plugin that failed since the start.");
        table(registry, "bilet.recurring.failures", "Runs of a recurring duty that failed since the start.");
        Gauge.builder("bilet.clock.skew.seconds", () -> skewSeconds)
                .description("This node's clock minus the database's.")
                .register(registry);
        Gauge.builder("bilet.database.up", () -> databaseUp)
                .description("1 if the database answered this page, else 0.")
                .register(registry);
        Gauge.builder("bilet.files.free.bytes", () -> disk.left().bytes())
                .description("Room for files and raw mail.")
                .register(registry);
        FunctionCounter.builder("bilet.sql.statements", this, self -> StatementCount.ofNode())
                .description("SQL statements this node issued through its entity manager.")
                .register(registry);
    }

    /** Brings the tables up to date; without the database the queues are unknown and left out. */
    synchronized void look() {
        List<QueueRow> queues = queues();
        fill("bilet.queue.waiting", queues.stream().map(row -> row("queue", row.queue(), row.waiting())));
        fill("bilet.queue.oldest.seconds", queues.stream().map(row -> row("queue", row.queue(), row.oldestSeconds())));
        fill("bilet.queue.dead.letters", queues.stream().map(row -> row("queue", row.queue(), row.putAside())));
        List<PluginReport> reports = plugins.reports().stream()
                .filter(report -> report.id().isPresent())
                .toList();
        fill("bilet.plugin.active", reports.stream().map(report -> row(report, isActive(report) ? 1 : 0)));
        fill("bilet.plugin.calls", reports.stream().map(report -> row(report, report.calls())));
        fill("bilet.plugin.failures", reports.stream().map(report -> row(report, report.failures())));
        fill(
                "bilet.recurring.failures",
                complaints.failures().entrySet().stream()
                        .map(failed -> row("duty", failed.getKey(), failed.getValue())));
    }

    private List<QueueRow> queues() {
        try {
            Instant before = MachineClock.UTC.instant();
            Instant there = backlog.databaseTime();
            Duration half = Duration.between(before, MachineClock.UTC.instant()).dividedBy(2);
            skewSeconds = Duration.between(there, before.plus(half)).toNanos() / 1e9;
            List<QueueRow> queues = backlog.queues();
            databaseUp = 1;
            return queues;
        } catch (RuntimeException e) {
            if (!DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            databaseUp = 0;
            return List.of();
        }
    }

    private void table(MeterRegistry registry, String name, String description) {
        tables.put(name, MultiGauge.builder(name).description(description).register(registry));
    }

    private void fill(String name, Stream<Row<?>> rows) {
        Objects.requireNonNull(tables.get(name)).register(rows.toList(), true);
    }

    private static boolean isActive(PluginReport report) {
        return report.status() == PluginStatus.ACTIVE;
    }

    private static Row<?> row(PluginReport report, double value) {
        return row("plugin", report.id().orElseThrow(), value);
    }

    private static Row<?> row(String tag, String of, double value) {
        return Row.of(Tags.of(tag, of), value);
    }
}
