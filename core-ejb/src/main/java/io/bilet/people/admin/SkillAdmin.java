package io.bilet.people.admin;

import io.bilet.people.SkillId;
import io.bilet.people.team.Agent;
import io.bilet.people.team.Skill;
import io.bilet.people.team.SkillRepository;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.database.Constraints;
import io.bilet.platform.error.Conflict;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Adds skills. */
@Stateless
public class SkillAdmin {

    private static final String TAKEN = "Another skill has this name.";

    @Inject
    private SkillRepository skills;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Adds a skill.
     *
     * @throws Conflict if the name is taken
     */
    public Skill create(String name) {
        Skill skill = new Skill(SkillId.next(), name, clock.instant());
        if (skills.nameIsTaken(name, skill.id())) {
            throw new Conflict(TAKEN);
        }
        skills.add(skill);
        Constraints.guard(skills::flush, TAKEN);
        stamp.raise(Agent.STAMP);
        return skill;
    }
}
