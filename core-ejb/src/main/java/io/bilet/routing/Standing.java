package io.bilet.routing;

import io.bilet.people.team.Presence;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an agent stands at one instant.
 *
 * @param paused channels on which they take nothing new, by their outside names
 * @param capacity in units
 * @param load units held now; may exceed the capacity
 * @param lastAssignedAt when routing last gave them a ticket; null if never
 */
record Standing(
        Presence presence,
        Set<String> paused,
        int capacity,
        int load,
        @Nullable Instant lastAssignedAt) {

    /** What is assumed of an agent of whom nothing is known. */
    static final Standing UNKNOWN = new Standing(Presence.OFFLINE, Set.of(), 0, 0, null);

    boolean isOnline() {
        return presence == Presence.ONLINE;
    }

    boolean takes(Channel channel) {
        return paused.isEmpty() || !paused.contains(Wire.of(channel));
    }

    boolean hasRoom() {
        return load < capacity;
    }

    /** Whether there is room for so much more, without what is to be kept free. */
    boolean hasRoomFor(int units, int reserve) {
        return load + units <= capacity - reserve;
    }

    Standing withAnother(int units, Instant now) {
        return new Standing(presence, paused, capacity, load + units, now);
    }

    Standing withLess(int units) {
        return new Standing(presence, paused, capacity, Math.max(0, load - units), lastAssignedAt);
    }

    /** The same, if this node gave them a ticket later than the database knows. */
    Standing notIdleBefore(@Nullable Instant instant) {
        boolean later = instant != null && (lastAssignedAt == null || instant.isAfter(lastAssignedAt));
        return later ? new Standing(presence, paused, capacity, load, instant) : this;
    }
}
