package io.bilet.spi;

import io.bilet.spi.http.HttpSender;
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
@HostMade
public interface PluginContext {

    /** What the plugin's own manifest says. */
    PluginInfo plugin();

    /**
     * One setting or secret of this plugin, as the administrator configured it at {@code
     * /plugins/<plugin id>/configuration}, else under {@code bilet.plugins.<plugin id>.<name>}, else the {@linkplain
     * Setting#fallback() fallback}. The same for as long as the plugin runs: a change starts it anew.
     *
     * @param name 1 to 64 lower-case letters, digits, hyphens, underscores and dots
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

    /**
     * What the plugin keeps between calls and restarts.
     *
     * @since 0.2
     */
    PluginStore store();

    /**
     * The way to far ends.
     *
     * @since 0.2
     */
    HttpSender http();
}
