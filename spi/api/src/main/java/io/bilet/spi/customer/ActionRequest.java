package io.bilet.spi.customer;

import io.bilet.spi.HostMade;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Somebody asks for an action. The host has checked permissions, limits and the input's fields.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface ActionRequest {

    /** Names the act; 1 to 64 ASCII characters, the same each time it is tried and in its dry run. */
    String id();

    /** For whom. */
    Customer customer();

    /** What was filled in: names of {@linkplain CustomerAction#fields() fields} to values of their kinds. */
    Map<String, String> input();

    /** How long the host waits; 1 to 30 seconds. */
    Duration timeout();
}
