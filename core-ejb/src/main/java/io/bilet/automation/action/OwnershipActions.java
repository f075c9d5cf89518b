package io.bilet.automation.action;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.ticket.DemandKeeper;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.SkillDemandJson;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who holds a ticket, and what it asks of whoever does. */
@ApplicationScoped
public class OwnershipActions implements ActionKinds {

    private static final int SKILLS_MAX = 20;
    private static final int TIER_MAX = 4;
    private static final Duration DROP_AFTER_MAX = Duration.ofDays(28);

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "set_group", members -> new SetGroup(members.json(), members.id("group_id", GroupId::parse)),
                "set_assignee", OwnershipActions::assignee,
                "set_tier", members -> new SetTier(members.json(), members.number("tier", 0, TIER_MAX)),
                "require_skills", OwnershipActions::skills,
                "set_vip", members -> new SetVip(members.json()));
    }

    private static Action assignee(Members members) {
        return members.isNull("agent_id")
                ? new Release(members.json())
                : new Assign(members.json(), members.id("agent_id", UserId::parse));
    }

    /** Reads the shape, and leaves the rest to the one who reads it for routing rules. */
    private static Action skills(Members members) {
        for (Members skill : members.objects("skills", SKILLS_MAX)) {
            skill.id("skill_id", SkillId::parse);
            skill.number("level", 1, 5);
            if (skill.has("drop_after")) {
                skill.duration("drop_after", DROP_AFTER_MAX);
            }
            skill.requireNoOthers();
        }
        return new RequireSkills(
                members.json(), SkillDemandJson.read(members.json().getJsonArray("skills"), members.place("skills")));
    }

    private record SetGroup(JsonObject toJson, GroupId group) implements Action {

        @Override
        public void on(Stage stage) {
            stage.moveToGroup(group);
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("group_id", group.toString());
        }

        @Override
        public void requireReferences(References known, String pointer) {
            known.requireGroup(group, pointer + "/group_id");
        }
    }

    private record SetTier(JsonObject toJson, int tier) implements Action {

        @Override
        public void on(Stage stage) {
            if (stage.ticket().ownership().tier() != tier) {
                stage.moveToTier(tier);
            }
        }

        /** A ticket is on the tier of its group. */
        @Override
        public Map<String, String> decides() {
            return Map.of("group_id", "tier " + tier);
        }
    }

    private record Assign(JsonObject toJson, UserId agent) implements Action {

        @Override
        public void on(Stage stage) {
            stage.assign(agent);
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("assignee_id", agent.toString());
        }

        @Override
        public void requireReferences(References known, String pointer) {
            known.requireAgent(agent, pointer + "/agent_id");
        }
    }

    /** Takes the ticket from its owner; routing finds another. */
    private record Release(JsonObject toJson) implements Action {

        @Override
        public void on(Stage stage) {
            if (stage.ticket().ownership().assignee().isPresent()) {
                stage.ticket().unassign(UnassignedReason.RELEASED, stage.now());
            }
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("assignee_id", "");
        }
    }

    private record RequireSkills(JsonObject toJson, Map<SkillId, SkillDemand> skills) implements Action {

        @Override
        public void on(Stage stage) {
            new DemandKeeper(stage.ticket(), stage.now()).ask(skills);
        }

        @Override
        public void requireReferences(References known, String pointer) {
            List<SkillId> named = List.copyOf(skills.keySet());
            for (int i = 0; i < named.size(); i++) {
                known.requireSkill(named.get(i), "%s/skills/%d/skill_id".formatted(pointer, i));
            }
        }
    }

    /** Puts the ticket into the VIP lane. */
    private record SetVip(JsonObject toJson) implements Action {

        @Override
        public void on(Stage stage) {
            new DemandKeeper(stage.ticket(), stage.now()).goFirst();
        }
    }
}
