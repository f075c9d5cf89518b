package io.bilet.rest.plugin;

import io.bilet.api.v1.model.Plugin;
import io.bilet.api.v1.model.PluginList;
import io.bilet.api.v1.model.PluginState;
import io.bilet.platform.json.Wire;
import io.bilet.plugin.PluginReport;
import java.util.List;

/** Plugins as the API shows them. */
final class PluginJson {

    private PluginJson() {}

    static PluginList of(List<PluginReport> reports) {
        return new PluginList().items(reports.stream().map(PluginJson::of).toList());
    }

    private static Plugin of(PluginReport report) {
        return new Plugin()
                .fileName(report.fileName())
                .id(report.id().orElse(null))
                .version(report.version().orElse(null))
                .spiVersion(report.spiVersion().orElse(null))
                .state(PluginState.fromString(Wire.of(report.status())))
                .reason(report.reason().orElse(null))
                .failedAt(report.failedAt().orElse(null))
                .calls(report.calls())
                .failures(report.failures())
                .extensionPoints(report.extensionPoints());
    }
}
