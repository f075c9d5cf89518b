package io.bilet.response;

import io.bilet.mail.MailChannel;
import io.bilet.people.UserId;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;

/**
 * A mail on its way: what is sent, through which channel, for which comment and person.
 *
 * @param attempt 1 for the first; 0 before any
 */
public record Delivery(
        OutgoingMail mail, MailChannel channel, TicketId ticket, CommentId comment, UserId recipient, int attempt) {

    /** The same mail under the id and Message-ID it was given when it was first tried. */
    Delivery as(OutgoingMailRepository.Row row, int attempt) {
        return new Delivery(mail.as(row), channel, ticket, comment, recipient, attempt);
    }
}
