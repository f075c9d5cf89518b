package io.bilet.spi.hook;

import io.bilet.spi.HostMade;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A call from outside, by nobody knows whom until the plugin has checked its signature.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface HookCall {

    /** {@code GET} or {@code POST}. */
    String method();

    /** The first header of this name, in any case of letters. */
    Optional<String> header(String name);

    /** What follows {@code ?} in the address, as it came; the first value of each name. */
    Map<String, String> query();

    /** The body as it came, read as UTF-8; 0 to 1,048,576 bytes of it. Signatures are computed over this. */
    String body();

    /** How long the host waits; 1 to 10 seconds. */
    Duration timeout();
}
