package io.bilet.plugin;

import io.bilet.spi.jar.PluginJar;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * A plugin as made from one state of its jar and one version of what is set for it.
 *
 * @param look how the jar looked in its folder
 * @param configuration the version of what is set; -1 before anybody looked
 * @param copy where its classes come from
 */
record Edition(InstalledPlugin plugin, String look, int configuration, Path copy) {

    /** One of the jar as it lies in its folder now. */
    static Edition of(PluginJar jar, Map<String, String> looks, int configuration, Clock clock, ThreadFactory threads) {
        Path copy = PluginFolder.copy(jar.file());
        PluginJar copied = new PluginJar(copy, jar.id(), jar.version(), jar.spiVersion());
        String look = looks.getOrDefault(String.valueOf(jar.file().getFileName()), "");
        return new Edition(new InstalledPlugin(copied, clock, threads), look, configuration, copy);
    }

    boolean isOf(String otherLook, int otherConfiguration) {
        return look.equals(otherLook) && configuration == otherConfiguration;
    }

    /** Whether nobody has tried to start it yet. */
    boolean isFresh() {
        return configuration < 0;
    }

    /** The same plugin, which was not started yet, with what is set. */
    Edition configured(int version) {
        return new Edition(plugin, look, version, copy);
    }

    void end() {
        plugin.stop();
        PluginFolder.forget(copy);
    }
}
