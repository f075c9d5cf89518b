package io.bilet.rest.swarm;

import io.bilet.api.v1.model.InvitationAnswer;
import io.bilet.api.v1.model.NewContribution;
import io.bilet.api.v1.model.SoughtSkill;
import io.bilet.api.v1.model.SwarmAnswer;
import io.bilet.api.v1.model.SwarmMemberState;
import io.bilet.api.v1.model.SwarmOutcome;
import io.bilet.flow.Guests;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.json.Wire;
import io.bilet.swarm.Contribution;
import io.bilet.swarm.Sought;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmMember;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Swarms as the API shows and takes them. */
final class SwarmJson {

    private static final Duration SPENT_MAX = Duration.ofDays(1);

    private SwarmJson() {}

    static io.bilet.api.v1.model.Swarm of(Swarm swarm, List<SwarmMember> members) {
        return new io.bilet.api.v1.model.Swarm()
                .id(swarm.id().toString())
                .ticketId(swarm.ticketId().toString())
                .openedById(swarm.openedBy().toString())
                .question(swarm.question())
                .members(members.stream().map(SwarmJson::of).toList())
                .outcome(swarm.outcome()
                        .map(outcome -> SwarmOutcome.fromValue(Wire.of(outcome)))
                        .orElse(null))
                .summary(swarm.summary().orElse(null))
                .openedAt(swarm.openedAt())
                .closedAt(swarm.closedAt().orElse(null))
                .closedById(swarm.closedBy().map(UserId::toString).orElse(null))
                .version(swarm.version());
    }

    private static io.bilet.api.v1.model.SwarmMember of(SwarmMember member) {
        return new io.bilet.api.v1.model.SwarmMember()
                .agentId(member.agent().toString())
                .skillId(
                        member.sought().map(sought -> sought.skill().toString()).orElse(null))
                .skillLevel(member.sought().map(Sought::level).orElse(null))
                .state(SwarmMemberState.fromValue(Wire.of(member.state())))
                .reason(member.reason().orElse(null))
                .invitedAt(member.invitedAt())
                .answeredAt(member.answeredAt().orElse(null))
                .contributionCount(member.contributions())
                .timeSpent(member.spent().toString());
    }

    static io.bilet.api.v1.model.Contribution of(Contribution contribution) {
        return new io.bilet.api.v1.model.Contribution()
                .id(PublicId.format("cnt", contribution.id()))
                .agentId(contribution.agent().toString())
                .text(contribution.text())
                .timeSpent(contribution.spent().toString())
                .createdAt(contribution.at());
    }

    static Guests toGuests(@Nullable List<String> agents, @Nullable List<SoughtSkill> skills) {
        return new Guests(
                agents == null
                        ? List.of()
                        : agents.stream().map(UserId::parse).distinct().toList(),
                skills == null
                        ? List.of()
                        : skills.stream()
                                .map(skill -> new Sought(SkillId.parse(skill.getSkillId()), skill.getLevel()))
                                .toList());
    }

    /**
     * Why somebody does not help; null if they do.
     *
     * @throws InvalidInput if the reason is missing, or says something where nothing is to be said
     */
    static @Nullable String toReason(SwarmAnswer body) {
        boolean accepts = body.getAnswer() == InvitationAnswer.ACCEPTED;
        if (accepts && body.getReason() != null) {
            throw new InvalidInput("/reason", "not_wanted", "Only who declines an invitation gives a reason.");
        }
        if (!accepts && body.getReason() == null) {
            throw new InvalidInput("/reason", "required", "Who declines an invitation says why.");
        }
        return body.getReason();
    }

    /**
     * How long somebody worked on it.
     *
     * @throws InvalidInput unless that is between nothing and a day
     */
    static Duration toSpent(NewContribution body) {
        try {
            Duration spent = Duration.parse(body.getTimeSpent());
            if (!spent.isNegative() && spent.compareTo(SPENT_MAX) <= 0) {
                return spent;
            }
        } catch (DateTimeException malformed) {
            // answered below, as what is out of range
        }
        throw new InvalidInput("/time_spent", "out_of_range", "The time spent lies between PT0S and PT24H.");
    }
}
