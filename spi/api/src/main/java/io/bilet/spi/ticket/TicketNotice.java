package io.bilet.spi.ticket;

import io.bilet.spi.HostMade;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One thing that happened to one ticket. Made by the host; plugins read it and must not implement it.
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
@HostMade
public interface TicketNotice {

    /** Names the notice; 1 to 64 ASCII characters, the same each time the notice comes. */
    String id();

    /**
     * What happened: 1 to 60 lower-case letters, underscores and dots, such as {@code ticket.created} or
     * {@code ticket.status_changed}. The list of types grows.
     */
    String type();

    /** When it happened; UTC, microseconds. */
    Instant at();

    /** The ticket as it stands when the notice is brought, which may be later than {@link #at()}. */
    TicketSnapshot ticket();

    /** Which attempt to bring the notice this is; 1 or more. */
    int attempt();

    /** How long the host waits for the listener; 1 to 30 seconds. */
    Duration timeout();
}
