package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an escalated ticket goes.
 *
 * @param agent who had it before it was escalated, when it comes back to them
 * @param vendor who the group is, if it is a vendor
 * @param staffed whether anybody of the group works here, whose tickets it then holds
 */
public record Destination(
        GroupId group,
        int tier,
        Optional<UserId> agent,
        @Nullable String vendor,
        boolean staffed,
        ChosenBy chosenBy) {

    /** Why this group. */
    public enum ChosenBy {
        /** It was named. */
        NAMED,
        /** It is the wing that looks after the requester's organization. */
        WING,
        /** The ticket came from there. */
        CAME_FROM,
        /** Somebody of it is online, as opposed to the others of its tier. */
        SOMEBODY_ONLINE,
        /** It is the first of its tier. */
        FIRST_OF_TIER
    }

    /** Whether whoever escalated keeps the ticket, because a vendor has nobody here who could own it. */
    public boolean leavesOwner() {
        return vendor != null && !staffed;
    }
}
