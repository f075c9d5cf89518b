package io.bilet.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule did lately.
 *
 * @param acted how often it changed something
 * @param failed how often it could not do all it would have
 * @param lastActedAt when it last did
 * @param trouble the last time it could not
 */
public record RuleRecord(int acted, int failed, @Nullable Instant lastActedAt, Optional<Trouble> trouble) {

    /**
     * What a rule could not do.
     *
     * @param ticketId the ticket's {@code TicketId}
     * @param code for programs
     */
    public record Trouble(Instant at, UUID ticketId, String code, String detail) {}
}
