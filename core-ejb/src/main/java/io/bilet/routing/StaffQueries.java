package io.bilet.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.text.Languages;
import io.bilet.platform.text.Tags;
import io.bilet.routing.Staff.Member;
import io.bilet.routing.Staff.Team;
import io.bilet.routing.Staff.Terms;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.Schedules;
import io.bilet.schedule.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what routing must know about groups and agents; never writes what the caller has not written yet. */
@ApplicationScoped
public class StaffQueries {

    private static final String GROUPS =
            "SELECT id, tier, is_default, overflow_group_id, overflow_after_seconds, vip_reserve,"
                    + " IF(assigns_by = 'OFFER', offer_timeout_seconds, NULL) FROM agent_group";

    private static final String MEMBERS = """
            SELECT m.group_id, a.id, a.languages, a.schedule_id, a.deputy_id
            FROM group_member m
            JOIN agent a ON a.id = m.agent_id
            JOIN user u ON u.id = a.id AND u.active AND u.role IN ('ADMIN', 'SUPERVISOR', 'AGENT')
            ORDER BY a.id
            """;

    private static final String STANDINGS = """
            SELECT a.id, a.presence, a.paused_channels, a.capacity, l.load_units, l.last_assigned_at
            FROM agent a
            JOIN agent_load l ON l.agent_id = a.id
            """;

    private static final String KEEPS_WORK = """
            SELECT 1 FROM user u LEFT JOIN agent a ON a.id = u.id
            WHERE u.id = :user AND u.active AND u.role IN ('ADMIN', 'SUPERVISOR', 'AGENT')
              AND (a.presence IS NULL OR a.presence <> 'OFFLINE')
            """;

    private static final String IS_FREE = """
            SELECT 1 FROM user u LEFT JOIN agent a ON a.id = u.id LEFT JOIN agent_load l ON l.agent_id = a.id
            WHERE u.id = :user AND u.active AND u.role IN ('ADMIN', 'SUPERVISOR', 'AGENT')
              AND (a.id IS NULL OR a.presence = 'ONLINE' AND COALESCE(l.load_units, 0) < a.capacity)
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private Schedules schedules;

    /** Everybody, in four statements. */
    Staff staff() {
        Map<UserId, Map<SkillId, Integer>> skills = skills();
        Map<GroupId, List<Member>> members = rows(MEMBERS).stream()
                .collect(groupingBy(
                        row -> new GroupId(Columns.uuid(row[0])), mapping(row -> member(row, skills), toList())));
        List<Object[]> groups = rows(GROUPS);
        List<Team> teams = groups.stream()
                .map(row -> team(row, members.getOrDefault(new GroupId(Columns.uuid(row[0])), List.of())))
                .toList();
        Optional<GroupId> byDefault = groups.stream()
                .filter(row -> Columns.truth(row[2]))
                .map(row -> new GroupId(Columns.uuid(row[0])))
                .findFirst();
        return new Staff(teams, byDefault, skillNames());
    }

    /** How every agent stands now, in one statement. */
    Map<UserId, Standing> standings() {
        Map<UserId, Standing> standings = new HashMap<>();
        for (Object[] row : rows(STANDINGS)) {
            Standing standing = new Standing(
                    Presence.valueOf(Columns.text(row[1])),
                    new Tags().convertToEntityAttribute(Columns.text(row[2])),
                    (int) Columns.number(row[3]),
                    (int) Columns.number(row[4]),
                    Utc.instant(row[5]));
            standings.put(new UserId(Columns.uuid(row[0])), standing);
        }
        return standings;
    }

    /** Whether an agent is there; empty if they do not work here any more. */
    Optional<Presence> presenceOf(UserId agent) {
        List<?> rows = em.createNativeQuery("SELECT a.presence FROM user u JOIN agent a ON a.id = u.id"
                        + " WHERE u.id = :user AND u.active AND u.role IN ('ADMIN', 'SUPERVISOR', 'AGENT')")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("user", agent.value().toString())
                .getResultList();
        return rows.stream().map(row -> Presence.valueOf(Columns.text(row))).findFirst();
    }

    /** Whether an agent keeps what they hold: works here and is not gone for now. Who takes no work is never gone. */
    public boolean keepsWork(UserId user) {
        return holds(KEEPS_WORK, user);
    }

    /** Whether an agent is online and has room for more. Who takes no work is always free. */
    public boolean isFree(UserId user) {
        return holds(IS_FREE, user);
    }

    private boolean holds(String question, UserId user) {
        return !em.createNativeQuery(question)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("user", user.value().toString())
                .getResultList()
                .isEmpty();
    }

    public boolean groupExists(GroupId group) {
        return exists("agent_group", group.value().toString());
    }

    public boolean skillExists(SkillId skill) {
        return exists("skill", skill.value().toString());
    }

    private boolean exists(String table, String id) {
        return !em.createNativeQuery("SELECT 1 FROM " + table + " WHERE id = :id")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    private Map<UserId, Map<SkillId, Integer>> skills() {
        Map<UserId, Map<SkillId, Integer>> skills = new HashMap<>();
        for (Object[] row : rows("SELECT agent_id, skill_id, level FROM agent_skill")) {
            skills.computeIfAbsent(new UserId(Columns.uuid(row[0])), agent -> new HashMap<>())
                    .put(new SkillId(Columns.uuid(row[1])), (int) Columns.number(row[2]));
        }
        return skills;
    }

    private Map<SkillId, String> skillNames() {
        return rows("SELECT id, name FROM skill").stream()
                .collect(toMap(row -> new SkillId(Columns.uuid(row[0])), row -> Columns.text(row[1])));
    }

    private static Team team(Object[] row, List<Member> members) {
        UUID overflow = Columns.uuidOrNull(row[3]);
        Terms terms = new Terms(
                overflow == null ? null : new GroupId(overflow),
                Duration.ofSeconds(Columns.number(row[4])),
                (int) Columns.number(row[5]),
                row[6] == null ? null : Duration.ofSeconds(Columns.number(row[6])));
        return Team.of(new GroupId(Columns.uuid(row[0])), (int) Columns.number(row[1]), terms, members);
    }

    private Member member(Object[] row, Map<UserId, Map<SkillId, Integer>> skills) {
        UserId id = new UserId(Columns.uuid(row[1]));
        Set<String> languages = Set.copyOf(new Languages().convertToEntityAttribute(Columns.text(row[2])));
        UUID deputy = Columns.uuidOrNull(row[4]);
        return new Member(
                id,
                languages,
                Map.copyOf(skills.getOrDefault(id, Map.of())),
                hours(Columns.uuidOrNull(row[3])),
                deputy == null ? null : new UserId(deputy));
    }

    /** All hours for who has no schedule. */
    private WorkingHours hours(@Nullable UUID schedule) {
        return Optional.ofNullable(schedule)
                .flatMap(id -> schedules.find(new ScheduleId(id)))
                .map(Schedules.Kept::hours)
                .orElseGet(WorkingHours::always);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return em.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT).getResultList();
    }
}
