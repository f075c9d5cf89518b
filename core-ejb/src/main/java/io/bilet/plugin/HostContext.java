package io.bilet.plugin;

import io.bilet.spi.PluginContext;
import io.bilet.spi.PluginInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** What this host offers to one plugin. */
record HostContext(PluginInfo plugin, Config config, Clock clock) implements PluginContext {

    private static final Pattern SETTING = Pattern.compile("[a-z0-9.-]{1,64}");

    @Override
    public Optional<String> setting(String name) {
        if (!SETTING.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a setting has lower-case letters, digits, hyphens and dots.");
        }
        return config.getOptionalValue("bilet.plugins.%s.%s".formatted(plugin.id(), name), String.class)
                .filter(value -> !value.isBlank());
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("bilet.plugin." + plugin.id());
    }
}
