package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.database.Utc;
import io.bilet.platform.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who could take work. */
@ApplicationScoped
public class AgentQueries {

    private static final String MEMBERS = """
            SELECT a.id, u.name, a.presence, a.capacity, l.open_count, l.last_assigned_at, a.languages
            FROM group_member m
            JOIN agent a ON a.id = m.agent_id
            JOIN user u ON u.id = a.id AND u.active AND u.role IN ('ADMIN', 'SUPERVISOR', 'AGENT')
            JOIN agent_load l ON l.agent_id = a.id
            WHERE m.group_id = :group
            ORDER BY a.id
            """;

    private static final String SKILLS = """
            SELECT s.agent_id, s.skill_id, s.level
            FROM group_member m
            JOIN agent_skill s ON s.agent_id = m.agent_id
            WHERE m.group_id = :group
            """;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** The active members of a group, ordered by id, in two statements. */
    public List<Candidate> candidates(GroupId group) {
        Map<UUID, Map<SkillId, Integer>> skills = new HashMap<>();
        for (Tuple row : rows(SKILLS, group)) {
            skills.computeIfAbsent(row.get("agent_id", UUID.class), agent -> new HashMap<>())
                    .put(new SkillId(row.get("skill_id", UUID.class)), row.get("level", Integer.class));
        }
        return rows(MEMBERS, group).stream()
                .map(row -> candidate(row, skills.getOrDefault(row.get("id", UUID.class), Map.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, GroupId group) {
        return em.createNativeQuery(sql, Tuple.class)
                .setParameter("group", group.value())
                .getResultList();
    }

    private static Candidate candidate(Tuple row, Map<SkillId, Integer> skills) {
        return new Candidate(
                new UserId(row.get("id", UUID.class)),
                row.get("name", String.class),
                Presence.valueOf(row.get("presence", String.class)),
                row.get("capacity", Integer.class),
                row.get("open_count", Integer.class),
                Utc.instant(row.get("last_assigned_at")),
                new Languages().convertToEntityAttribute(row.get("languages", String.class)),
                Map.copyOf(skills));
    }
}
