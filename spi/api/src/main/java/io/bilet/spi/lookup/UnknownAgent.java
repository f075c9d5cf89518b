package io.bilet.spi.lookup;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Nobody who works here has this address.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public class UnknownAgent extends Exception {

    private static final long serialVersionUID = 1L;

    /** States the fact. */
    public UnknownAgent() {
        super("No agent has this address.");
    }
}
