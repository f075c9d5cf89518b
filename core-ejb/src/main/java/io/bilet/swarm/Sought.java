package io.bilet.swarm;

import io.bilet.people.SkillId;

/** Somebody who knows something well enough, whoever that is. */
public record Sought(SkillId skill, int level) {}
