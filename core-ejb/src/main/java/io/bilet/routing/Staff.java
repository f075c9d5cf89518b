package io.bilet.routing;

import io.bilet.decision.Roster;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works in which group and what they know; as of one instant, and the same until somebody changes it. */
public final class Staff {

    private final Map<GroupId, Team> teams;
    private final Optional<Team> defaultTeam;
    private final Map<SkillId, String> skillNames;

    Staff(List<Team> teams, Optional<GroupId> defaultGroup, Map<SkillId, String> skillNames) {
        this.teams = teams.stream().collect(Collectors.toUnmodifiableMap(Team::id, team -> team));
        this.defaultTeam = defaultGroup.flatMap(this::team);
        this.skillNames = Map.copyOf(skillNames);
    }

    /**
     * A group and its members.
     *
     * @param members those who can hold tickets, ordered by id as in the roster
     */
    public record Team(GroupId id, int tier, Roster roster, List<Member> members) {

        static Team of(GroupId id, int tier, List<Member> members) {
            return new Team(
                    id,
                    tier,
                    Roster.of(
                            members.stream().map(member -> member.id().value()).toList()),
                    List.copyOf(members));
        }
    }

    /**
     * An agent in a group.
     *
     * @param languages as BCP 47 tags
     * @param skills each with its level
     */
    public record Member(UserId id, Set<String> languages, Map<SkillId, Integer> skills) {}

    public Optional<Team> team(GroupId group) {
        return Optional.ofNullable(teams.get(group));
    }

    /** The group that takes what no rule gives to another. */
    public Optional<Team> defaultTeam() {
        return defaultTeam;
    }

    /** What people call a skill. */
    String nameOf(SkillId skill) {
        return skillNames.getOrDefault(skill, skill.toString());
    }
}
