package io.bilet.flow;

import io.bilet.people.UserId;
import io.bilet.ticket.TicketId;

/**
 * What somebody on the requester's side wrote to an existing ticket, by mail.
 *
 * @param subject of the mail; becomes the subject of a follow-up where the ticket is closed
 * @param needsReply whether it asks for an answer
 */
public record RequesterMessage(
        TicketId ticketId, UserId author, String subject, NewComment comment, boolean needsReply) {}
