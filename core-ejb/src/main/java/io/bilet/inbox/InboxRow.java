package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.HandoverId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands in an inbox.
 *
 * @param lastMessage the latest comment, if there is one
 * @param handedOver by whom it was handed over, while they await a receipt
 * @param breached whether a clock that still runs has run out
 * @param unread whether something was said since the agent last read it
 */
public record InboxRow(
        Ticket ticket,
        Person requester,
        @Nullable LastMessage lastMessage,
        @Nullable HandedOver handedOver,
        boolean breached,
        boolean unread) {

    /** Who asked. */
    public record Person(UserId id, String name, @Nullable String email) {}

    /**
     * What was said last.
     *
     * @param author null for Bilet itself
     * @param excerpt the first 200 characters
     */
    public record LastMessage(
            CommentId id, @Nullable UserId author, AuthorRole by, Visibility visibility, String excerpt, Instant at) {}

    /**
     * A handover that its agent has neither accepted nor declined.
     *
     * @param answerBy when the ticket goes back
     */
    public record HandedOver(HandoverId id, UserId from, String reason, Instant answerBy) {}
}
