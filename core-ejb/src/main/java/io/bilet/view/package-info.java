/**
 * Saved questions about stored tickets: a condition, an order and columns, for one person, a group or everybody.
 *
 * <p>A condition is asked of the database where that answers exactly as memory does. What it cannot say alike it
 * leaves open, and those tickets are read and asked in memory, up to a bound. Owns the table {@code saved_view}.
 */
@NullMarked
package io.bilet.view;

import org.jspecify.annotations.NullMarked;
