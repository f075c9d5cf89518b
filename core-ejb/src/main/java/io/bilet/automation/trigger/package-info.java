/**
 * Rules that act on events: whatever opens or changes a ticket, each trigger whose condition holds acts, once.
 *
 * <p>Triggers are asked in order, those only whose condition looks at something the event changed. Each wording a
 * trigger ever had is kept, because decisions refer to it. Owns the tables {@code event_trigger} and {@code
 * event_trigger_version}; {@code TRIGGER} alone means something else to the database.
 */
@NullMarked
package io.bilet.automation.trigger;

import org.jspecify.annotations.NullMarked;
