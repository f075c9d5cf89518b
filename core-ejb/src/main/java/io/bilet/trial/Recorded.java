package io.bilet.trial;

import io.bilet.audit.AuditEntry;
import io.bilet.brand.BrandId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it was recorded.
 *
 * @param present its subject, priority, type and language as they are now; the record says what they were before
 * @param said the text it was opened with
 * @param record all of it, in order
 * @param routed what the rules on opening changed, by field
 * @param clocks how its clocks stand
 */
record Recorded(
        TicketId id,
        long number,
        UserId requester,
        @Nullable OrganizationId organization,
        BrandId brand,
        Channel channel,
        AuthorRole openedBy,
        Instant createdAt,
        Map<String, String> present,
        String said,
        List<AuditEntry> record,
        Map<String, JsonValue> routed,
        Map<ClockName, ClockEnd> clocks) {

    /** One clock of a ticket. */
    record ClockName(String metric, int cycle) {}

    /**
     * What a clock came to.
     *
     * @param due null if nothing was promised, or it rests
     */
    record ClockEnd(@Nullable Instant due, boolean broken) {}
}
