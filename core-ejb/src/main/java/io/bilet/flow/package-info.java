/**
 * The story of a ticket: everything that can be done to one, each method one transaction.
 *
 * <p>The only writer of tickets. Every method loads, tells the ticket what happened, and settles what follows, always
 * in the same order; nothing here decides. {@link io.bilet.flow.TicketFlow} holds what people do through the API,
 * {@link io.bilet.flow.MailFlow} what mail does, {@link io.bilet.flow.DutyFlow} what the clock and routing do.
 */
@NullMarked
package io.bilet.flow;

import org.jspecify.annotations.NullMarked;
