package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.ticket.Stay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a ticket with a group that ended, and how.
 *
 * @param reason in the words of whoever ended it, if they gave one
 */
public record Episode(
        GroupId group,
        int tier,
        Instant from,
        Instant to,
        EpisodeOutcome outcome,
        @Nullable String reason) {

    static Episode of(Stay stay, EpisodeOutcome outcome, @Nullable String reason) {
        return new Episode(stay.group(), stay.tier(), stay.from(), stay.to(), outcome, reason);
    }
}
