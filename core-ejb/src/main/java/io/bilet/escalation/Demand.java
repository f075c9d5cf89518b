package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.platform.error.InvalidInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who cannot or need not go on with a ticket.
 *
 * @param tier where it shall go; empty to follow from the group
 * @param group who shall have it; empty to let the tier and the requester's organization decide
 * @param reason for whoever gets it
 * @param tried what was tried, when it goes up
 * @param outcome what the higher tier made of it, when it goes down
 */
public record Demand(
        Optional<Integer> tier,
        Optional<GroupId> group,
        String reason,
        @Nullable String tried,
        @Nullable EpisodeOutcome outcome) {

    public static final int REASON_LENGTH_MAX = 1_000;
    public static final int TRIED_LENGTH_MAX = 4_000;

    /**
     * Refuses what says too little for whoever gets the ticket, or is no escalation.
     *
     * @throws InvalidInput naming the field
     */
    void requireComplete(int from, int to) {
        if (to == from) {
            throw new InvalidInput(
                    "/tier", "same_tier", "The ticket is on this tier already; hand it over within the tier.");
        }
        if (to > from) {
            require(tried != null, "/tried", "required", "Who escalates says what was tried.");
            require(outcome == null, "/outcome", "not_wanted", "Only what goes down has an outcome.");
        } else {
            require(outcome != null, "/outcome", "required", "Who hands a ticket down says what came of it.");
            require(tried == null, "/tried", "not_wanted", "Only who escalates says what was tried.");
        }
    }

    private static void require(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            throw new InvalidInput(pointer, code, detail);
        }
    }
}
