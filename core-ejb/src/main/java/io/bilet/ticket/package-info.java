/**
 * A request for help and what is said about it: the ticket, its comments and their attachments.
 *
 * <p>Decides which moves are legal and what a comment does to the status. Owns the tables {@code ticket}, {@code
 * ticket_tag}, {@code comment} and {@code attachment}. Never chooses an owner and never computes a due time; it only
 * records them.
 */
@NullMarked
package io.bilet.ticket;

import org.jspecify.annotations.NullMarked;
