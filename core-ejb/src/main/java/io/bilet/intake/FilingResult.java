package io.bilet.intake;

import io.bilet.flow.Filed;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param reason why it was suspended or only recorded
 * @param detail the same in one sentence
 */
record FilingResult(
        InboundState state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable TicketId ticket,
        @Nullable CommentId comment,
        boolean opened) {

    static FilingResult filed(Filed filed) {
        return new FilingResult(
                InboundState.FILED,
                null,
                null,
                filed.ticket().id(),
                filed.comment().id(),
                filed.opened());
    }

    static FilingResult recorded(@Nullable String rule, @Nullable TicketId ticket, @Nullable CommentId comment) {
        return new FilingResult(InboundState.RECORDED, rule, null, ticket, comment, false);
    }

    static FilingResult suspended(String reason, String detail) {
        return new FilingResult(InboundState.SUSPENDED, reason, detail, null, null, false);
    }
}
