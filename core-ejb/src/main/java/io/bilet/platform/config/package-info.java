/**
 * Configuration that is kept in memory because every ticket asks for it: rules, policies, schedules.
 *
 * <p>Owns the table {@code config_stamp}: one counter per area, raised in the transaction that changes the area. A node
 * makes its own changes visible at once and those of other nodes within a second.
 */
@NullMarked
package io.bilet.platform.config;

import org.jspecify.annotations.NullMarked;
