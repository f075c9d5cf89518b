/**
 * Rules that act when a ticket has been in some state for a time.
 *
 * <p>The event that makes the condition of an automation true arms a timer for it and the ticket; the event that makes
 * it false disarms it. When its time has come it acts, once for each arming. Owns the tables {@code automation}, {@code
 * automation_version} and {@code automation_timer}.
 */
@NullMarked
package io.bilet.automation.timed;

import org.jspecify.annotations.NullMarked;
