/**
 * Bulk changes: one list of actions for many tickets, as a job.
 *
 * <p>Which tickets they are is settled when the change is asked for. Each is changed in a transaction of its own, which
 * also keeps the place of the job: a node that stops leaves no ticket half changed, and none is changed twice. What the
 * caller may not do by hand to one ticket is refused for that ticket. Owns {@code bulk_item}.
 */
@NullMarked
package io.bilet.bulk;

import org.jspecify.annotations.NullMarked;
