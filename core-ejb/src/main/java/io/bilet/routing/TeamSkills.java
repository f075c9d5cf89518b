package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.routing.Staff.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who of a team knows what: for each skill the level of every member by their place, so that a skill is looked up once
 * for a ticket and not once for each of a thousand.
 */
final class TeamSkills {

    private final Map<SkillId, Levels> bySkill = new HashMap<>();
    private final Levels none;

    private TeamSkills(int members) {
        none = new Levels(members);
    }

    /** How well each member knows one skill. */
    static final class Levels {

        private final byte[] byPlace; // 1 to 5, and a team may have a thousand members

        private Levels(int members) {
            byPlace = new byte[members];
        }

        /** 0 for who does not have the skill. */
        int at(int place) {
            return byPlace[place];
        }
    }

    static TeamSkills of(List<Member> members) {
        TeamSkills skills = new TeamSkills(members.size());
        for (int place = 0; place < members.size(); place++) {
            for (Map.Entry<SkillId, Integer> skill : members.get(place).skills().entrySet()) {
                Levels levels = skills.bySkill.computeIfAbsent(skill.getKey(), id -> new Levels(members.size()));
                levels.byPlace[place] = skill.getValue().byteValue();
            }
        }
        return skills;
    }

    Levels of(SkillId skill) {
        return bySkill.getOrDefault(skill, none);
    }
}
