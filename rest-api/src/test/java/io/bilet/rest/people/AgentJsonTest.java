package io.bilet.rest.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.api.v1.AgentsApi.ListAgentsQuery;
import io.bilet.api.v1.model.RequiredSkill;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentRow;
import io.bilet.people.team.Load;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AgentJsonTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final SkillId PRINTERS = SkillId.next();

    @Test
    void an_agent_is_shown_with_presence_load_and_skills() {
        UserId id = UserId.next();
        GroupId desk = GroupId.next();
        Agent agent = new Agent(id, 8, MONDAY);
        agent.turn(Presence.ONLINE, new TreeSet<>(Set.of("chat")), MONDAY.plusSeconds(60));
        agent.speak(new TreeSet<>(Set.of("tr", "en")));
        agent.know(Map.of(PRINTERS, 4));
        User user = new User(id, UserProfile.of("Mira", Role.SUPERVISOR), MONDAY);

        io.bilet.api.v1.model.Agent shown =
                AgentJson.of(new AgentRow(user, agent, new Load(9, 11, MONDAY), List.of(desk)));

        assertThat(shown.getId()).isEqualTo(id.toString());
        assertThat(shown.getName()).isEqualTo("Mira");
        assertThat(shown.getRole()).isEqualTo(io.bilet.api.v1.model.Role.SUPERVISOR);
        assertThat(shown.getPresence()).isEqualTo(io.bilet.api.v1.model.Presence.ONLINE);
        assertThat(shown.getPresenceAt()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(shown.getCapacity()).isEqualTo(8);
        assertThat(shown.getOpenCount()).isEqualTo(9);
        assertThat(shown.getLoad()).isEqualTo(11);
        assertThat(shown.getPausedChannels()).containsExactly(io.bilet.api.v1.model.Channel.CHAT);
        assertThat(shown.getLastAssignedAt()).isEqualTo(MONDAY);
        assertThat(shown.getLanguages()).containsExactly("en", "tr");
        assertThat(shown.getGroupIds()).containsExactly(desk.toString());
        assertThat(shown.getSkills())
                .extracting(RequiredSkill::getSkillId, RequiredSkill::getLevel)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PRINTERS.toString(), 4));
    }

    @Test
    void a_skill_named_twice_is_refused() {
        RequiredSkill skill = new RequiredSkill().skillId(PRINTERS.toString()).level(1);

        assertThatThrownBy(() -> AgentJson.toLevels(List.of(skill, skill)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/skills/1/skill_id"));
    }

    @Test
    void languages_that_are_absent_stay_as_they_are() {
        assertThat(AgentJson.toLanguages(null)).isEmpty();
        assertThat(AgentJson.toLanguages(List.of())).contains(new TreeSet<>());
    }

    @Test
    void agents_are_asked_for_by_several_presences() {
        ListAgentsQuery query = new ListAgentsQuery();
        query.presence = "online,away";

        assertThat(AgentJson.toFilter(query).presences()).containsExactly(Presence.ONLINE, Presence.AWAY);
    }
}
