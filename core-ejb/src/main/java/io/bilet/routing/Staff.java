package io.bilet.routing;

import io.bilet.decision.Roster;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.schedule.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who works in which group and what they know; as of one instant, and the same until somebody changes it. */
public final class Staff {

    /** Longer than anybody waits: everybody who could ever help is asked about. */
    static final Duration EVER = Duration.ofDays(36_500);

    private final Map<GroupId, Team> teams;
    private final Optional<Team> defaultTeam;
    private final Map<SkillId, String> skillNames;
    private final Map<UserId, Member> members = new HashMap<>();

    /** For each group its own members, and then those members and the ones who help after a time. */
    private final Map<GroupId, List<Reach>> reaches = new HashMap<>();

    Staff(List<Team> teams, Optional<GroupId> defaultGroup, Map<SkillId, String> skillNames) {
        this.teams = teams.stream().collect(Collectors.toUnmodifiableMap(Team::id, team -> team));
        this.defaultTeam = defaultGroup.flatMap(this::team);
        this.skillNames = Map.copyOf(skillNames);
        for (Team team : teams) {
            team.members().forEach(member -> members.put(member.id(), member));
            reaches.put(team.id(), reaches(team));
        }
    }

    /**
     * A group and its members, perhaps with those of other groups who help.
     *
     * @param terms how the group shares out its tickets
     * @param members those who can hold tickets, ordered by id as in the roster
     * @param skills what each of them knows
     * @param own so many of them, from the first, belong to the group itself
     */
    public record Team(
            GroupId id, int tier, Terms terms, Roster roster, List<Member> members, TeamSkills skills, int own) {

        static Team of(GroupId id, int tier, Terms terms, List<Member> members) {
            return of(id, tier, terms, members, members.size());
        }

        private static Team of(GroupId id, int tier, Terms terms, List<Member> members, int own) {
            return new Team(id, tier, terms, roster(members), List.copyOf(members), TeamSkills.of(members), own);
        }

        /** The same group, helped by those of another who do not belong to it anyway. */
        Team helpedBy(Team other) {
            Set<UserId> known = members.stream().map(Member::id).collect(Collectors.toSet());
            List<Member> all = new ArrayList<>(members);
            other.members.stream()
                    .filter(member -> !known.contains(member.id()))
                    .forEach(all::add);
            return of(id, tier, terms, all, own);
        }

        /** The same as if it had only this member; empty if it does not have them. */
        Optional<Team> only(UserId agent) {
            for (int place = 0; place < members.size(); place++) {
                if (members.get(place).id().equals(agent)) {
                    return Optional.of(of(id, tier, terms, List.of(members.get(place)), place < own ? 1 : 0));
                }
            }
            return Optional.empty();
        }

        private static Roster roster(List<Member> members) {
            return Roster.of(members.stream().map(member -> member.id().value()).toList());
        }
    }

    /**
     * How a group shares out its tickets.
     *
     * @param overflow whose members help once a ticket has waited for {@code overflowAfter}
     * @param vipReserve units of each member's capacity that are kept for the VIP lane
     * @param offerTimeout how long tickets are held out to agents; null if they are given to them
     */
    public record Terms(
            @Nullable GroupId overflow,
            Duration overflowAfter,
            int vipReserve,
            @Nullable Duration offerTimeout) {

        static final Terms PLAIN = new Terms(null, Duration.ZERO, 0, null);
    }

    /**
     * An agent in a group.
     *
     * @param languages as BCP 47 tags
     * @param skills each with its level
     * @param hours when they work
     * @param deputy who stands in for them
     */
    public record Member(
            UserId id,
            Set<String> languages,
            Map<SkillId, Integer> skills,
            WorkingHours hours,
            @Nullable UserId deputy) {}

    /** Who is looked at once a ticket has waited so long. */
    private record Reach(Duration after, Team team) {}

    public Optional<Team> team(GroupId group) {
        return Optional.ofNullable(teams.get(group));
    }

    /** The group that takes what no rule gives to another. */
    public Optional<Team> defaultTeam() {
        return defaultTeam;
    }

    /** The team, with everybody who helps it when a ticket has waited so long. */
    Team reach(Team team, Duration waited) {
        Team reached = team;
        for (Reach reach : reaches.getOrDefault(team.id(), List.of())) {
            if (reach.after().compareTo(waited) <= 0) {
                reached = reach.team();
            }
        }
        return reached;
    }

    /** The group through which an agent is reached: the team's own, or the first that helps it and has them. */
    public Team through(Team team, UserId agent) {
        Team through = teams.getOrDefault(team.id(), team);
        while (through.members().stream().noneMatch(member -> member.id().equals(agent))) {
            GroupId next = through.terms().overflow();
            if (next == null || !teams.containsKey(next)) {
                return team;
            }
            through = teams.get(next);
        }
        return through;
    }

    /** The groups to which an agent belongs, and those that they help sooner or later. */
    List<Team> teamsOf(UserId agent) {
        return teams.values().stream()
                .filter(team -> reach(team, EVER).members().stream()
                        .anyMatch(member -> member.id().equals(agent)))
                .toList();
    }

    /** Everybody whose working time it is not. */
    public List<UserId> offAt(Instant now) {
        return members.values().stream()
                .filter(member -> !member.hours().isOpen(now))
                .map(Member::id)
                .toList();
    }

    Optional<Member> member(UserId agent) {
        return Optional.ofNullable(members.get(agent));
    }

    /** Who stands in for an agent. */
    Optional<UserId> deputyOf(UserId agent) {
        return Optional.ofNullable(members.get(agent)).map(Member::deputy);
    }

    /** What people call a skill. */
    String nameOf(SkillId skill) {
        return skillNames.getOrDefault(skill, skill.toString());
    }

    private List<Reach> reaches(Team team) {
        List<Reach> all = new ArrayList<>();
        Set<GroupId> passed = new HashSet<>(Set.of(team.id()));
        Duration after = Duration.ZERO;
        Team reached = team;
        Team last = team;
        while (last.terms().overflow() != null && passed.add(last.terms().overflow())) {
            after = after.plus(last.terms().overflowAfter());
            last = teams.getOrDefault(last.terms().overflow(), last);
            reached = reached.helpedBy(last);
            all.add(new Reach(after, reached));
        }
        return all;
    }
}
