/**
 * Tiers: where a ticket goes when those who have it cannot solve it, and what became of that.
 *
 * <p>Finds the group of a tier, the wing of the requester's organization first. Keeps why and after what a ticket was
 * escalated or handed down, and its stays with groups. Counts at which tier tickets are solved. Owns the tables
 * {@code escalation} and {@code ticket_episode}. Never stops a clock, and moves no ticket itself.
 */
@NullMarked
package io.bilet.escalation;

import org.jspecify.annotations.NullMarked;
