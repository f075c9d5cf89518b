package io.bilet.spi.ticket;

import io.bilet.spi.HostMade;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A ticket as it stood at one moment. Made by the host; plugins read it and must not implement it.
 *
 * <p>Words such as {@code high} are those of the REST API, in lower case; their lists may grow.
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
@HostMade
public interface TicketSnapshot {

    /** Names the ticket, as in the REST API: {@code tkt_} and 32 hexadecimal digits. */
    String id();

    /** What people call the ticket; 1 or more. */
    long number();

    /** 0 to 500 characters in one line; personal data. */
    String subject();

    /** One of {@code new}, {@code open}, {@code pending}, {@code on_hold}, {@code solved} and {@code closed}. */
    String status();

    /** One of {@code low}, {@code normal}, {@code high} and {@code urgent}. */
    String priority();

    /** How the ticket arrived, such as {@code email} or {@code api}. */
    String channel();

    /** Who asked: {@code usr_} and 32 hexadecimal digits. */
    String requesterId();

    /** The requester's organization: {@code org_} and 32 hexadecimal digits. */
    Optional<String> organizationId();

    /** The group that works on it: {@code grp_} and 32 hexadecimal digits. */
    Optional<String> groupId();

    /** The agent who holds it: {@code usr_} and 32 hexadecimal digits. */
    Optional<String> assigneeId();

    /** Lower-case words, 0 to 100 of them. */
    Set<String> tags();

    /** When the next answer or solution is due; empty while no clock runs. UTC, microseconds. */
    Optional<Instant> dueAt();

    /** When the ticket was opened; UTC, microseconds. */
    Instant createdAt();

    /** Grows by one with each change; 1 or more. */
    long version();
}
