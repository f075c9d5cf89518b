/**
 * Who owns a ticket: one agent of its group, or nobody for a stated reason.
 *
 * <p>An agent can be given a ticket while online, with free capacity and with every skill the ticket asks for. Among
 * those the previous owner comes first, then who speaks the ticket's language, then who has waited longest. A ticket
 * is claimed by one conditional update, so that nobody is ever given more than they can hold, on however many nodes.
 * Why each agent was passed over is part of the decision. Owns no table; changes {@code agent_load}, which people
 * own, and nothing else of theirs.
 */
@NullMarked
package io.bilet.routing;

import org.jspecify.annotations.NullMarked;
