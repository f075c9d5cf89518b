/**
 * What this node tells about itself: traces of its work, and how much of it waits.
 *
 * <p>Names and numbers only, never what people wrote. Metrics are put together in the REST module, which alone knows
 * their library (ADR 6).
 */
@NullMarked
package io.bilet.platform.telemetry;

import org.jspecify.annotations.NullMarked;
