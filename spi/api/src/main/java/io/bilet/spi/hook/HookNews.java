package io.bilet.spi.hook;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a far end's call means to the host.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface HookNews {

    /**
     * What is known about a customer changed; the host asks the plugin's sources again.
     *
     * @param emailAddress whose, in lower case
     */
    record CustomerChanged(String emailAddress) implements HookNews {}
}
