package io.bilet.spi;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a plugin's manifest says. Made by the host; plugins read it and must not implement it.
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
@HostMade
public interface PluginInfo {

    /** {@code Bilet-Plugin-Id}: 2 to 32 lower-case letters, digits and hyphens, beginning with a letter. */
    String id();

    /** {@code Bilet-Plugin-Version}: 1 to 32 characters, compared by nobody. */
    String version();

    /** {@code Bilet-Spi-Version}: what the plugin was compiled against. */
    SpiVersion spiVersion();
}
