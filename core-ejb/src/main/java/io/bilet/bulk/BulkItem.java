package io.bilet.bulk;

import io.bilet.ticket.TicketId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ticket of a bulk change.
 *
 * @param place in the change, from 0
 * @param expected the version that is to be changed; empty for whichever there is
 * @param outcome null while its turn has not come
 * @param code why it was refused, for programs
 * @param detail why it was refused, for people
 * @param version of the ticket afterwards
 */
public record BulkItem(
        int place,
        TicketId ticket,
        Optional<Integer> expected,
        @Nullable BulkOutcome outcome,
        @Nullable String code,
        @Nullable String detail,
        @Nullable Integer version) {

    /** A ticket whose turn has not come. */
    public static BulkItem waiting(int place, TicketId ticket, Optional<Integer> expected) {
        return new BulkItem(place, ticket, expected, null, null, null, null);
    }

    BulkItem became(BulkOutcome what, @Nullable Integer now) {
        return new BulkItem(place, ticket, expected, what, null, null, now);
    }

    BulkItem failed(BulkOutcome how, String why, String told) {
        return new BulkItem(place, ticket, expected, how, why, told, null);
    }
}
