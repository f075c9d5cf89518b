package io.bilet.plugin;

import io.bilet.spi.PluginContext;
import io.bilet.spi.PluginInfo;
import io.bilet.spi.PluginStore;
import io.bilet.spi.http.HttpSender;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** What this host offers to one plugin. */
record HostContext(PluginInfo plugin, EffectiveSettings settings, Clock clock, PluginStore store, HttpSender http)
        implements PluginContext {

    private static final Pattern SETTING = Pattern.compile("[a-z0-9._-]{1,64}");

    @Override
    public Optional<String> setting(String name) {
        if (!SETTING.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a setting has lower-case letters, digits, hyphens, underscores and dots.");
        }
        return settings.value(name);
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("bilet.plugin." + plugin.id());
    }
}
