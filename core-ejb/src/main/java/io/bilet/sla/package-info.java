/**
 * Runs the clocks of tickets: starts, rests and ends them, and notices when a promise is in danger or broken.
 *
 * <p>A ticket has one clock per metric and cycle. A clock measures whether or not a target is set; its due time is
 * stored, so that the inbox can sort by it and a sweep costs what is due. Every step of a clock is an append-only
 * entry of its ledger, from which the clock can be computed again. Owns the tables {@code sla_clock}, {@code
 * sla_clock_event} and {@code sla_breach}. Changes nothing of a ticket but its due time.
 */
@NullMarked
package io.bilet.sla;

import org.jspecify.annotations.NullMarked;
