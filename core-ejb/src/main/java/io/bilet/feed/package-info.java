/**
 * The change feed: everything that happened to tickets, people and organizations, one after the other, for those who
 * keep a copy or want to be told.
 *
 * <p>Owns the table {@code feed_head} and the numbers ({@code feed_no}) of {@code ticket_event} and {@code audit_log},
 * and writes nothing else. A number is given after the commit of what it counts, so that a reader at n has seen
 * everything up to n. What a caller does not see is not shown (ADR 14).
 */
@NullMarked
package io.bilet.feed;

import org.jspecify.annotations.NullMarked;
