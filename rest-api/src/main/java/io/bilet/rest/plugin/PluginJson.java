package io.bilet.rest.plugin;

import io.bilet.api.v1.model.Plugin;
import io.bilet.api.v1.model.PluginConfiguration;
import io.bilet.api.v1.model.PluginList;
import io.bilet.api.v1.model.PluginSetting;
import io.bilet.api.v1.model.PluginSettingKind;
import io.bilet.api.v1.model.PluginSettingSource;
import io.bilet.api.v1.model.PluginState;
import io.bilet.platform.json.Wire;
import io.bilet.plugin.ConfigurationReport;
import io.bilet.plugin.PluginConfigurationAdmin.Change;
import io.bilet.plugin.PluginReport;
import io.bilet.rest.http.Patch;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plugins as the API shows them. */
final class PluginJson {

    private PluginJson() {}

    static PluginList of(List<PluginReport> reports) {
        return new PluginList().items(reports.stream().map(PluginJson::of).toList());
    }

    static Plugin of(PluginReport report) {
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

    static PluginConfiguration of(ConfigurationReport report) {
        return new PluginConfiguration()
                .pluginId(report.pluginId())
                .enabled(report.enabled())
                .settings(report.settings().stream().map(PluginJson::of).toList())
                .updatedAt(report.updatedAt().orElse(null))
                .version(report.version());
    }

    private static PluginSetting of(ConfigurationReport.Item item) {
        return new PluginSetting()
                .name(item.name())
                .kind(PluginSettingKind.fromString(item.kind()))
                .description(item.description())
                .required(item.required())
                .fallback(item.fallback().orElse(null))
                .value(item.value().orElse(null))
                .source(PluginSettingSource.fromString(item.source()));
    }

    static Change change(Patch patch) {
        Map<String, Optional<String>> settings = new TreeMap<>();
        patch.inner("settings").ifPresent(inner -> inner.json()
                .forEach((name, value) -> settings.put(
                        name, value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty())));
        Optional<Boolean> enabled =
                patch.names("enabled") ? Optional.of(patch.truth("enabled", true)) : Optional.empty();
        return new Change(enabled, settings);
    }
}
