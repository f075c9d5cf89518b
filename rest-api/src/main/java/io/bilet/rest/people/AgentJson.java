package io.bilet.rest.people;

import io.bilet.api.v1.AgentsApi.ListAgentsQuery;
import io.bilet.api.v1.model.Channel;
import io.bilet.api.v1.model.RequiredSkill;
import io.bilet.api.v1.model.Role;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentFilter;
import io.bilet.people.team.AgentRow;
import io.bilet.people.team.Arrangement;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Languages;
import io.bilet.rest.http.CommaList;
import io.bilet.rest.http.Patch;
import io.bilet.schedule.ScheduleId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agents as the API shows and takes them. */
final class AgentJson {

    private AgentJson() {}

    static io.bilet.api.v1.model.Agent of(AgentRow row) {
        Agent agent = row.agent();
        return new io.bilet.api.v1.model.Agent()
                .id(agent.id().toString())
                .name(row.user().name())
                .role(Role.fromValue(Wire.of(row.user().role())))
                .active(row.user().active())
                .presence(io.bilet.api.v1.model.Presence.fromValue(Wire.of(agent.presence())))
                .presenceAt(agent.presenceAt())
                .pausedChannels(
                        agent.pausedChannels().stream().map(Channel::fromValue).toList())
                .scheduleId(text(agent.arrangement().schedule(), ScheduleId::new))
                .deputyId(text(agent.arrangement().deputy(), id -> id))
                .capacity(agent.capacity())
                .openCount(row.load().openCount())
                .load(row.load().units())
                .lastAssignedAt(row.load().lastAssignedAt())
                .languages(List.copyOf(agent.languages()))
                .skills(skills(agent.skills()))
                .groupIds(row.groups().stream().map(GroupId::toString).toList())
                .version(agent.version());
    }

    private static List<RequiredSkill> skills(Map<SkillId, Integer> skills) {
        return skills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SkillId::toString)))
                .map(skill ->
                        new RequiredSkill().skillId(skill.getKey().toString()).level(skill.getValue()))
                .toList();
    }

    static AgentFilter toFilter(ListAgentsQuery query) {
        return new AgentFilter(
                null,
                query.groupId == null ? null : GroupId.parse(query.groupId),
                query.skillId == null ? null : SkillId.parse(query.skillId),
                CommaList.constants(Presence.class, query.presence, "presence"));
    }

    static Presence toPresence(io.bilet.api.v1.model.Presence presence) {
        return Wire.read(Presence.class, presence.value(), "/presence");
    }

    static SortedSet<String> toPausedChannels(@Nullable List<Channel> channels) {
        return channels == null
                ? new TreeSet<>()
                : channels.stream().map(Channel::value).collect(Collectors.toCollection(TreeSet::new));
    }

    static Arrangement patched(Arrangement present, Patch patch) {
        return new Arrangement(
                patch.cleared("schedule_id", Optional.ofNullable(present.schedule()), text -> ScheduleId.parse(text)
                                .value())
                        .orElse(null),
                patch.cleared("deputy_id", Optional.ofNullable(present.deputy()), UserId::parse)
                        .orElse(null));
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, Record> id) {
        return value == null ? null : id.apply(value).toString();
    }

    static Map<SkillId, Integer> toLevels(List<RequiredSkill> skills) {
        Map<SkillId, Integer> levels = new LinkedHashMap<>();
        for (int i = 0; i < skills.size(); i++) {
            SkillId id = SkillId.parse(skills.get(i).getSkillId());
            if (levels.put(id, skills.get(i).getLevel()) != null) {
                throw new InvalidInput("/skills/" + i + "/skill_id", "duplicate", "A skill can be named once.");
            }
        }
        return levels;
    }

    static Optional<SortedSet<String>> toLanguages(@Nullable List<String> languages) {
        return Optional.ofNullable(languages).map(tags -> Languages.canonical(tags, "/languages"));
    }
}
