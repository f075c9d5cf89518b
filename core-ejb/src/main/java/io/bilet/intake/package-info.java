/**
 * Takes mail in: stores it raw before anything else, then reads it, judges whether a person wrote it, finds the
 * ticket it belongs to, and files it there, as a new ticket, or aside with a reason.
 *
 * <p>Owns the tables {@code inbound_mail} and {@code mailbox}. No mail is told to be
 * ours before its bytes, digest and envelope are committed; each is filed by one node at a time, in one transaction
 * with what it becomes. Never answers anybody, and never changes a ticket but through {@link io.bilet.flow.MailFlow}.
 */
@NullMarked
package io.bilet.intake;

import org.jspecify.annotations.NullMarked;
