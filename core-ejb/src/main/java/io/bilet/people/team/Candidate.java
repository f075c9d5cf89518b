package io.bilet.people.team;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group as somebody a ticket could be given to.
 *
 * @param load units of work held now; may exceed the capacity
 * @param lastAssignedAt empty if never
 * @param skills with the level of each
 */
public record Candidate(
        UserId agentId,
        String name,
        Presence presence,
        int capacity,
        int load,
        @Nullable Instant lastAssignedAt,
        SortedSet<String> languages,
        Map<SkillId, Integer> skills) {

    /** Whether another unit of work fits. */
    public boolean hasRoom() {
        return load < capacity;
    }
}
