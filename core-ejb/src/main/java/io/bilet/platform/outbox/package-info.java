/**
 * What must leave the process is written down in the transaction that caused it, and leaves after the commit.
 *
 * <p>Owns the table {@code outbox}. A relay, one node at a time, turns its rows into work of the subscribers; it does
 * no input or output itself.
 */
@NullMarked
package io.bilet.platform.outbox;

import org.jspecify.annotations.NullMarked;
