package io.bilet.spi.customer;

import io.bilet.spi.HostMade;
import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A question about one customer.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface FactRequest {

    /** Whom it is about. */
    Customer customer();

    /** How long the host waits; 1 to 30 seconds. */
    Duration timeout();
}
