/**
 * Swarms: colleagues pulled in to help whoever owns a ticket, who stays accountable for it.
 *
 * <p>Invites by name or by skill, keeps who came and what they contributed, and ends with an outcome. Owns the tables
 * {@code swarm}, {@code swarm_member} and {@code swarm_contribution}. Gives a ticket to nobody and stops no clock.
 */
@NullMarked
package io.bilet.swarm;

import org.jspecify.annotations.NullMarked;
