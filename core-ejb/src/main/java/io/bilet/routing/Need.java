package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.ticket.Channel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket asks of its owner now.
 *
 * @param skills each with its least level
 * @param dropped skills it asked for until it had waited too long
 * @param language preferred, not demanded; BCP 47
 * @param waited how long it has had no owner
 */
public record Need(
        Map<SkillId, Integer> skills,
        Map<SkillId, Integer> dropped,
        @Nullable String language,
        Work work,
        Past past,
        Duration waited) {

    /**
     * The room a ticket takes up.
     *
     * @param units of its owner's capacity
     * @param isVip whether it may use the room that is kept for such tickets
     */
    public record Work(Channel channel, int units, boolean isVip) {}

    /**
     * Who had to do with the ticket before.
     *
     * @param previousOwner comes first, if they can take it
     * @param gaveItBack does not get it again at once
     * @param decliners would not have it
     */
    public record Past(
            @Nullable UserId previousOwner, @Nullable UserId gaveItBack, Set<UserId> decliners) {

        static final Past NONE = new Past(null, null, Set.of());
    }
}
