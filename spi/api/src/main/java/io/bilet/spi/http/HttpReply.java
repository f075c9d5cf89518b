package io.bilet.spi.http;

import io.bilet.spi.HostMade;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a far end answered.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface HttpReply {

    /** Between 200 and 599. */
    int status();

    /** The first header of this name, in any case of letters. */
    Optional<String> header(String name);

    /** The body read as UTF-8; 0 to 1,048,576 bytes of it. */
    String body();
}
