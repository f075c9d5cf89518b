package io.bilet.spi;

import java.time.Clock;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the host offers to one plugin, and to no other. Made by the host; plugins read it and must not implement it.
 *
 * <p>All methods may be called from any thread, between {@link Plugin#start} and the return of {@link Plugin#stop}.
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
public interface PluginContext {

    /** What the plugin's own manifest says. */
    PluginInfo plugin();

    /**
     * One setting or secret of this plugin, as the administrator configured it under
     * {@code bilet.plugins.<plugin id>.<name>}.
     *
     * @param name 1 to 64 lower-case letters, digits, hyphens and dots
     * @return the value, never blank; empty where nothing is configured
     */
    Optional<String> setting(String name);

    /**
     * The host's clock: UTC, whole microseconds. Plugins ask it and not the machine, so that rehearsals can move it.
     */
    Clock clock();

    /**
     * Where the plugin's messages go; the host adds the plugin's id. Plugins log no personal data at INFO and above.
     */
    System.Logger logger();
}
