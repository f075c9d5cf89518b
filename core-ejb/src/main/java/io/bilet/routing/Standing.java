package io.bilet.routing;

import io.bilet.people.team.Presence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agent stands at one instant.
 *
 * @param load tickets held now; may exceed the capacity
 * @param lastAssignedAt when routing last gave them a ticket; null if never
 */
record Standing(
        Presence presence, int capacity, int load, @Nullable Instant lastAssignedAt) {

    /** What is assumed of an agent of whom nothing is known. */
    static final Standing UNKNOWN = new Standing(Presence.OFFLINE, 0, 0, null);

    boolean isOnline() {
        return presence == Presence.ONLINE;
    }

    boolean hasRoom() {
        return load < capacity;
    }

    Standing withAnother(Instant now) {
        return new Standing(presence, capacity, load + 1, now);
    }

    Standing withOneLess() {
        return new Standing(presence, capacity, Math.max(0, load - 1), lastAssignedAt);
    }

    /** The same, if this node gave them a ticket later than the database knows. */
    Standing notIdleBefore(@Nullable Instant instant) {
        boolean later = instant != null && (lastAssignedAt == null || instant.isAfter(lastAssignedAt));
        return later ? new Standing(presence, capacity, load, instant) : this;
    }
}
