package io.bilet.ticket;

import io.bilet.people.SkillId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a ticket asks of whoever owns it: skills, room, and whether it goes before others. */
@Embeddable
public class Demand {

    @Convert(converter = RequiredSkills.class)
    @Column(name = "required_skills", nullable = false)
    private Map<SkillId, SkillDemand> skills = new LinkedHashMap<>();

    @Column(nullable = false)
    private int units = 1;

    @Column(nullable = false)
    private boolean vip;

    /** Asks for an agent who knows this; of two demands the stricter counts. */
    public void skill(SkillId skill, SkillDemand demand) {
        skills = new LinkedHashMap<>(skills);
        skills.merge(skill, demand, SkillDemand::and);
    }

    /** Says how much room the ticket takes up with its owner; only before anybody holds it. */
    public void room(int size) {
        units = size;
    }

    /** Puts the ticket into the VIP lane. */
    public void goFirst() {
        vip = true;
    }

    public Map<SkillId, SkillDemand> skills() {
        return Map.copyOf(skills);
    }

    /** How much of its owner's capacity it takes up. */
    public int units() {
        return units;
    }

    /** Whether it goes before others and may use the room that is kept for such tickets. */
    public boolean isVip() {
        return vip;
    }
}
