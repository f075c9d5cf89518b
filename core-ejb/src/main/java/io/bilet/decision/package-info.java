/**
 * Why something happened to a ticket, and why something else did not: one row per rule that acted, per choice of an
 * owner, per policy that applied.
 *
 * <p>Every engine of rules writes its answers here, in the transaction in which it acts, and never changes them. Owns
 * the tables {@code decision} and {@code roster}; the agents looked at are kept by reference to a roster, because a
 * large group looks the same for thousands of tickets. Decides nothing.
 */
@NullMarked
package io.bilet.decision;

import org.jspecify.annotations.NullMarked;
