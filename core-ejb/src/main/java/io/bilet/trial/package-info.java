/**
 * Trying rules and policies out on tickets that were recorded: where each would have gone, and what would have fallen
 * due.
 *
 * <p>Owns {@code trial_finding}. Asks the same engines as the desk itself, about a ticket that is played again from its
 * record; nothing but the findings is written.
 */
@NullMarked
package io.bilet.trial;

import org.jspecify.annotations.NullMarked;
