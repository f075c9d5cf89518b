package io.bilet.spi.lookup;

import io.bilet.spi.HostMade;
import java.net.URI;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A message in a ticket; all of it is personal data.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@HostMade
public interface FoundMessage {

    /** What people call the ticket; 1 or more. */
    long ticketNumber();

    /** The ticket's subject, 0 to 500 characters in one line. */
    String subject();

    /** One of {@code new}, {@code open}, {@code pending}, {@code on_hold}, {@code solved} and {@code closed}. */
    String status();

    /** Who wrote it; 1 to 200 characters. */
    String author();

    /** How the message begins; 0 to 300 characters in one line. */
    String excerpt();

    /** When it was written; UTC. */
    Instant at();

    /** Where the agent sees the ticket. */
    URI link();
}
