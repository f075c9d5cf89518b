package io.bilet.plugins.translationdeepl;

import io.bilet.spi.testkit.PluginJarContract;
import java.nio.file.Path;
import java.util.Map;

/** The built jar, as the host will read it. */
class DeeplPluginIT implements PluginJarContract {

    @Override
    public Path jar() {
        return Path.of(System.getProperty("plugin.jar"));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("auth_key", LocalDeepl.KEY);
    }
}
