/**
 * What other systems know about customers: the value of a contract, the plan, whether an account waits for its
 * confirmation.
 *
 * <p>Administrators define facts, typed, about requesters or organizations; whoever knows them writes them down, with
 * source and time, and conditions and agents read what is written down. A fact that is older than it may be is stale:
 * it is still read, and whoever can fetch it anew hears of it ({@link io.bilet.fact.StaleFact}). Owns the tables
 * {@code fact_definition}, {@code customer_fact} and {@code customer_fact_value}.
 */
@NullMarked
package io.bilet.fact;

import org.jspecify.annotations.NullMarked;
