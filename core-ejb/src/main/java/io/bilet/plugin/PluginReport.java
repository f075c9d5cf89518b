package io.bilet.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plugin as administrators see it.
 *
 * @param fileName the jar, without the folder
 * @param id empty where the jar was refused
 * @param version empty where the jar was refused
 * @param spiVersion empty where the jar was refused
 * @param reason why it is not running, or why the last call failed
 * @param failedAt when the last call failed
 * @param extensionPoints what it extends, lower snake case
 */
public record PluginReport(
        String fileName,
        Optional<String> id,
        Optional<String> version,
        Optional<String> spiVersion,
        PluginStatus status,
        Optional<String> reason,
        Optional<Instant> failedAt,
        long calls,
        long failures,
        List<String> extensionPoints) {

    /** How an accepted one is. */
    public static PluginReport of(InstalledPlugin plugin) {
        PluginHealth.Figures figures = plugin.figures();
        Optional<PluginHealth.Failure> failure = Optional.ofNullable(figures.lastFailure());
        return new PluginReport(
                plugin.fileName(),
                Optional.of(plugin.id()),
                Optional.of(plugin.version()),
                Optional.of(plugin.spiVersion()),
                plugin.status(),
                failure.map(PluginHealth.Failure::reason),
                failure.map(PluginHealth.Failure::at),
                figures.calls(),
                figures.failures(),
                plugin.extensions().points());
    }

    static PluginReport of(PluginCatalog.Refusal refusal) {
        return new PluginReport(
                refusal.fileName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PluginStatus.REFUSED,
                Optional.of(refusal.reason()),
                Optional.empty(),
                0,
                0,
                List.of());
    }
}
