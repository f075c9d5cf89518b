/**
 * Work that happens later: at intervals, or because something was recorded. Claims are short transactions under a lease
 * with a fence, so that work may run on any node, die half-way and be taken over, and a late finisher is refused.
 *
 * <p>Owns the tables {@code work} and {@code lease}. Leases and due times are judged by the database's clock.
 */
@NullMarked
package io.bilet.platform.work;

import org.jspecify.annotations.NullMarked;
