package io.bilet.rest.team;

import io.bilet.people.team.Skill;

/** Skills as the API shows them. */
final class SkillJson {

    private SkillJson() {}

    static io.bilet.api.v1.model.Skill of(Skill skill) {
        return new io.bilet.api.v1.model.Skill()
                .id(skill.id().toString())
                .name(skill.name())
                .createdAt(skill.createdAt())
                .version(skill.version());
    }
}
