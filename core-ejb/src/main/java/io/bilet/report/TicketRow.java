package io.bilet.report;

import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket whose record is longer than what was measured of it.
 *
 * @param entries how long its record is
 * @param tier where it stands now; what a record without moves between tiers says of all its time
 * @param spam whether it lies there now; such tickets count nowhere
 */
record TicketRow(
        TicketId id,
        long entries,
        Instant createdAt,
        AuthorRole openedBy,
        int tier,
        boolean spam,
        String channel,
        @Nullable UUID organization,
        UUID brand) {}
