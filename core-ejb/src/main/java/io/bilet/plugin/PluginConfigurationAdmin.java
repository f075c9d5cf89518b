package io.bilet.plugin;

import static io.bilet.plugin.PluginConfiguration.json;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.json.Wire;
import io.bilet.platform.secret.SecretBox;
import io.bilet.spi.Setting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Keeps what administrators set for plugins. Each node starts a plugin anew when it sees that it changed. */
@Stateless
public class PluginConfigurationAdmin {

    /** Raised when the configuration of any plugin changes. */
    public static final String AREA = "plugin";

    @Inject
    private PluginConfigurationRepository configurations;

    @Inject
    private SecretBox secrets;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    /**
     * A change; what is absent stays.
     *
     * @param settings names to values; empty takes a value away
     */
    public record Change(Optional<Boolean> enabled, Map<String, Optional<String>> settings) {}

    /** What is set for the plugin. */
    public ConfigurationReport report(InstalledPlugin plugin) {
        return report(plugin, configurations.find(plugin.id()));
    }

    /**
     * Changes what is set. A plugin that is enabled has all that it needs.
     *
     * @throws io.bilet.platform.error.InvalidInput if the plugin does not know a setting, a value has not its shape, or
     *     something required is missing
     */
    public ConfigurationReport update(InstalledPlugin plugin, Optional<Integer> expectedVersion, Change change) {
        PluginConfiguration configuration = present(plugin.id());
        configuration.requireVersion(expectedVersion);
        Map<String, String> all = new HashMap<>(configuration.settings());
        all.putAll(opened(configuration));
        Map<String, String> given = new TreeMap<>();
        change.settings().forEach((name, value) -> {
            value.ifPresent(text -> given.put(name, text));
            all.remove(name);
        });
        List<Setting> known = plugin.settings();
        SettingKinds.require(given, known);
        all.putAll(given);
        boolean enabled = change.enabled().orElse(configuration.isEnabled());
        EffectiveSettings effective = split(plugin.id(), known, all);
        if (enabled) {
            SettingKinds.requireAll(effective.missing());
        }
        configuration.set(enabled, effective.open(), closed(plugin.id(), effective.secrets()), clock.instant());
        return report(plugin, Optional.of(stored(configuration)));
    }

    /** Has every node start the plugin anew, from the jar that lies in its folder now. */
    public void reload(String pluginId) {
        PluginConfiguration configuration = present(pluginId);
        configuration.touch(clock.instant());
        stored(configuration);
    }

    /** What is set for each plugin for which something is set. */
    public Map<String, PluginConfiguration> all() {
        Map<String, PluginConfiguration> all = new HashMap<>();
        configurations.all().forEach(configuration -> all.put(configuration.pluginId(), configuration));
        return all;
    }

    /** What counts for a plugin with these settings. */
    public EffectiveSettings effective(
            String pluginId, List<Setting> known, Optional<PluginConfiguration> configuration) {
        return new EffectiveSettings(
                pluginId,
                known,
                configuration.map(PluginConfiguration::settings).orElse(Map.of()),
                configuration.map(this::opened).orElse(Map.of()),
                config);
    }

    private EffectiveSettings split(String pluginId, List<Setting> known, Map<String, String> all) {
        Map<String, String> open = new TreeMap<>();
        Map<String, String> secret = new TreeMap<>();
        for (Setting setting : known) { // what an older version of the plugin knew falls away here
            String value = all.get(setting.name());
            if (value != null) {
                (setting.kind() == Setting.Kind.SECRET ? secret : open).put(setting.name(), value);
            }
        }
        return new EffectiveSettings(pluginId, known, open, secret, config);
    }

    private ConfigurationReport report(InstalledPlugin plugin, Optional<PluginConfiguration> configuration) {
        EffectiveSettings effective = effective(plugin.id(), plugin.settings(), configuration);
        return new ConfigurationReport(
                plugin.id(),
                configuration.map(PluginConfiguration::isEnabled).orElse(true),
                plugin.settings().stream().map(one -> item(one, effective)).toList(),
                configuration.map(PluginConfiguration::updatedAt),
                configuration.map(PluginConfiguration::version).orElse(0));
    }

    private static ConfigurationReport.Item item(Setting setting, EffectiveSettings effective) {
        return new ConfigurationReport.Item(
                setting.name(),
                Wire.of(setting.kind()),
                setting.description(),
                setting.required(),
                setting.fallback(),
                setting.kind() == Setting.Kind.SECRET ? Optional.empty() : effective.value(setting.name()),
                Wire.of(effective.source(setting.name())));
    }

    private PluginConfiguration present(String pluginId) {
        return configurations.find(pluginId).orElseGet(() -> {
            PluginConfiguration first = new PluginConfiguration(pluginId, clock.instant());
            configurations.add(first);
            return first;
        });
    }

    private PluginConfiguration stored(PluginConfiguration configuration) {
        configurations.flush();
        stamp.raise(AREA);
        return configuration;
    }

    private Map<String, String> opened(PluginConfiguration configuration) {
        return configuration.secrets(bytes -> secrets.open(bytes, place(configuration.pluginId())));
    }

    private byte[] closed(String pluginId, Map<String, String> values) {
        return secrets.seal(json(values), place(pluginId));
    }

    private static String place(String pluginId) {
        return "plugin_configuration.secrets/" + pluginId;
    }
}
