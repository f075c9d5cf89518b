/**
 * Those who work here: groups on their tiers, skills, and agents with presence and room for work.
 *
 * <p>Knows who could take a ticket of a group; who gets it is decided above. Owns {@code agent_group}, {@code skill},
 * {@code agent}, {@code agent_skill}, {@code group_member} and {@code agent_load}. How much an agent holds changes
 * only by conditional updates where work is given and taken, never here.
 */
@NullMarked
package io.bilet.people.team;

import org.jspecify.annotations.NullMarked;
