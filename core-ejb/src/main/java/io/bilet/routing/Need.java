package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.UnassignedReason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket asks of its owner.
 *
 * @param skills each with its least level
 * @param language preferred, not demanded; BCP 47
 * @param previousOwner comes first, if they can take it
 * @param gaveItBack does not get it again at once
 */
public record Need(
        Map<SkillId, Integer> skills,
        @Nullable String language,
        @Nullable UserId previousOwner,
        @Nullable UserId gaveItBack) {

    static Need of(Ticket ticket) {
        return of(
                ticket.requiredSkills(),
                ticket.description().language().orElse(null),
                ticket.ownership().previousAssignee().orElse(null),
                ticket.ownership().unassignedReason());
    }

    static Need of(
            Map<SkillId, Integer> skills,
            @Nullable String language,
            @Nullable UserId previousOwner,
            Optional<UnassignedReason> waitsBecause) {
        boolean givenBack =
                waitsBecause.filter(UnassignedReason.RELEASED::equals).isPresent();
        return new Need(skills, language, givenBack ? null : previousOwner, givenBack ? previousOwner : null);
    }
}
