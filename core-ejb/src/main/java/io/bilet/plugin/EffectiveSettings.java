package io.bilet.plugin;

import io.bilet.spi.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What counts for one plugin: what an administrator set, else what the server's configuration says, else the fallback.
 *
 * @param open values that may be shown
 * @param secrets values that may not
 */
record EffectiveSettings(
        String pluginId, List<Setting> settings, Map<String, String> open, Map<String, String> secrets, Config config) {

    /** Where a value comes from. */
    enum Source {
        CONFIGURATION,
        SERVER,
        FALLBACK,
        NONE
    }

    Optional<String> value(String name) {
        return stored(name).or(() -> ofServer(name)).or(() -> fallback(name)).filter(value -> !value.isBlank());
    }

    Source source(String name) {
        if (stored(name).isPresent()) {
            return Source.CONFIGURATION;
        } else if (ofServer(name).isPresent()) {
            return Source.SERVER;
        }
        return fallback(name).isPresent() ? Source.FALLBACK : Source.NONE;
    }

    /** Required settings without a value, in the plugin's order. */
    List<String> missing() {
        return settings.stream()
                .filter(Setting::required)
                .map(Setting::name)
                .filter(name -> value(name).isEmpty())
                .toList();
    }

    private Optional<String> stored(String name) {
        return Optional.ofNullable(open.get(name)).or(() -> Optional.ofNullable(secrets.get(name)));
    }

    private Optional<String> ofServer(String name) {
        return config.getOptionalValue("bilet.plugins.%s.%s".formatted(pluginId, name), String.class);
    }

    private Optional<String> fallback(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .flatMap(Setting::fallback);
    }
}
