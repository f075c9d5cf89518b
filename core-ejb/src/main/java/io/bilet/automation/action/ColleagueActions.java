package io.bilet.automation.action;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is told and asked: comments, followers, swarms. */
@ApplicationScoped
public class ColleagueActions implements ActionKinds {

    private static final int PEOPLE_MAX = 20;
    private static final int QUESTION_LENGTH_MAX = 1_000;

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "comment",
                ColleagueActions::comment,
                "add_followers",
                members -> new AddFollowers(members.json(), people(members, "user_ids")),
                "remove_followers",
                members -> new RemoveFollowers(members.json(), people(members, "user_ids")),
                "start_swarm",
                ColleagueActions::swarm);
    }

    private static Action comment(Members members) {
        Visibility visibility = members.choice("visibility", Visibility.class);
        return new Say(members.json(), visibility, Saying.read(members));
    }

    private static Action swarm(Members members) {
        String question = members.text("question", QUESTION_LENGTH_MAX);
        List<UserId> agents = members.has("agent_ids") ? people(members, "agent_ids") : List.of();
        Map<SkillId, Integer> skills = new LinkedHashMap<>();
        if (members.has("skills")) {
            for (Members skill : members.objects("skills", PEOPLE_MAX)) {
                skills.put(skill.id("skill_id", SkillId::parse), skill.number("level", 1, 5));
                skill.requireNoOthers();
            }
        }
        if (agents.isEmpty() && skills.isEmpty()) {
            throw new InvalidInput(members.place("agent_ids"), "missing", "Somebody is invited by name or by skill.");
        }
        return new StartSwarm(members.json(), question, agents, skills);
    }

    private static List<UserId> people(Members members, String name) {
        return members.ids(name, PEOPLE_MAX, UserId::parse);
    }

    private record Say(JsonObject toJson, Visibility visibility, Saying saying) implements Action {

        @Override
        public void on(Stage stage) {
            stage.say(visibility, saying);
        }
    }

    private record AddFollowers(JsonObject toJson, List<UserId> people) implements Action {

        @Override
        public void on(Stage stage) {
            people.forEach(stage::follow);
        }

        @Override
        public void requireReferences(References known, String pointer) {
            known.requireStaff(people, pointer + "/user_ids");
        }
    }

    /** Whoever follows no more may be gone from here, too. */
    private record RemoveFollowers(JsonObject toJson, List<UserId> people) implements Action {

        @Override
        public void on(Stage stage) {
            people.forEach(stage::unfollow);
        }
    }

    private record StartSwarm(JsonObject toJson, String question, List<UserId> agents, Map<SkillId, Integer> skills)
            implements Action {

        @Override
        public void on(Stage stage) {
            stage.startSwarm(question, agents, skills);
        }

        @Override
        public void requireReferences(References known, String pointer) {
            known.requireStaff(agents, pointer + "/agent_ids");
            List<SkillId> named = List.copyOf(skills.keySet());
            for (int i = 0; i < named.size(); i++) {
                known.requireSkill(named.get(i), "%s/skills/%d/skill_id".formatted(pointer, i));
            }
        }
    }
}
