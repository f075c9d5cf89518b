/**
 * What is promised to whom: ordered SLA policies, their targets per metric and priority, and how time counts for them.
 *
 * <p>The first active policy whose condition a ticket satisfies applies to it. A change of a policy makes a new
 * version; clocks that run keep the version they were given until their ticket's next event, so a change never
 * rewrites history. Owns the tables {@code sla_policy} and {@code sla_policy_version}. Knows nothing of clocks.
 */
@NullMarked
package io.bilet.sla.policy;

import org.jspecify.annotations.NullMarked;
