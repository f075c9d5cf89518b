/**
 * The clock as an actor: what happens to tickets because time passes or because somebody has become free.
 *
 * <p>Finds out what is due and lets {@link io.bilet.flow.DutyFlow} do it, one transaction each. What must not be lost
 * goes through a work queue, where each piece is counted before it is tried, tried on one node at a time and put
 * aside when it fails too often. Owns no table and decides nothing.
 */
@NullMarked
package io.bilet.upkeep;

import org.jspecify.annotations.NullMarked;
