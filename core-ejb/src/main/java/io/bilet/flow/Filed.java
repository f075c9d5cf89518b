package io.bilet.flow;

import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;

/**
 * Where a comment ended up.
 *
 * @param opened whether the ticket began with it
 */
public record Filed(Ticket ticket, Comment comment, boolean opened) {}
