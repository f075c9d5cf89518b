package io.bilet.people.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of agents with what they hold, know and belong to, in four statements a page. */
@ApplicationScoped
public class AgentQueries {

    private static final List<Role> HOLDERS =
            Stream.of(Role.values()).filter(Role::holdsTickets).toList();

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * One agent.
     *
     * @throws NotFound if no user of that id holds tickets
     */
    public AgentRow get(UserId id) {
        return page(AgentFilter.only(id), Optional.empty(), 1).items().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("agent"));
    }

    /** By name. */
    public Slice<AgentRow> page(AgentFilter filter, Optional<Position> after, int limit) {
        List<String> where = new ArrayList<>(List.of("a.id = u.id", "u.role IN :holders"));
        Map<String, Object> values = new HashMap<>(Map.of("holders", HOLDERS));
        restrict(filter, where, values);
        after.ifPresent(position -> {
            where.add("(u.name > :afterName OR u.name = :afterName AND u.id > :afterId)");
            values.put("afterName", position.key());
            values.put("afterId", position.id());
        });
        TypedQuery<Object[]> query = em.createQuery(
                "SELECT u, a FROM User u, Agent a WHERE " + String.join(" AND ", where) + " ORDER BY u.name, u.id",
                Object[].class);
        values.forEach(query::setParameter);
        List<Object[]> rows = query.setMaxResults(limit + 1).getResultList();
        Slice<Object[]> page = Slice.of(rows, limit, row -> position((User) row[0]));
        List<UserId> ids =
                page.items().stream().map(row -> ((User) row[0]).id()).toList();
        Map<UserId, List<GroupId>> groups = groups(ids);
        Map<UserId, Load> loads = loads(ids);
        return page.map(row -> row((User) row[0], (Agent) row[1], groups, loads));
    }

    private static void restrict(AgentFilter filter, List<String> where, Map<String, Object> values) {
        if (filter.id() != null) {
            where.add("u.id = :id");
            values.put("id", filter.id().value());
        }
        if (filter.groupId() != null) {
            where.add("a.id IN (SELECT m.agentId FROM Membership m WHERE m.groupId = :groupId)");
            values.put("groupId", filter.groupId().value());
        }
        if (filter.skillId() != null) {
            where.add("EXISTS (SELECT 1 FROM Agent b JOIN b.skills s WHERE b.id = a.id AND KEY(s) = :skillId)");
            values.put("skillId", filter.skillId().value());
        }
        if (!filter.presences().isEmpty()) {
            where.add("a.presence IN :presences");
            values.put("presences", filter.presences());
        }
    }

    private static AgentRow row(User user, Agent agent, Map<UserId, List<GroupId>> groups, Map<UserId, Load> loads) {
        return new AgentRow(
                user, agent, loads.getOrDefault(user.id(), Load.NONE), groups.getOrDefault(user.id(), List.of()));
    }

    private static Position position(User user) {
        return new Position(user.name(), user.id().value());
    }

    private Map<UserId, List<GroupId>> groups(Collection<UserId> agents) {
        return about(
                        "SELECT agent_id, group_id FROM group_member WHERE agent_id IN (:agents) ORDER BY group_id",
                        agents)
                .collect(groupingBy(
                        row -> new UserId(Columns.uuid(row[0])),
                        mapping(row -> new GroupId(Columns.uuid(row[1])), toList())));
    }

    private Map<UserId, Load> loads(Collection<UserId> agents) {
        Map<UserId, Load> loads = new HashMap<>();
        about(
                        "SELECT agent_id, open_count, load_units, last_assigned_at FROM agent_load"
                                + " WHERE agent_id IN (:agents)",
                        agents)
                .forEach(row -> loads.put(
                        new UserId(Columns.uuid(row[0])),
                        new Load((int) Columns.number(row[1]), (int) Columns.number(row[2]), Utc.instant(row[3]))));
        return loads;
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> about(String sql, Collection<UserId> agents) {
        if (agents.isEmpty()) {
            return Stream.of();
        }
        return em
                .createNativeQuery(sql)
                .setParameter("agents", agents.stream().map(UserId::value).toList())
                .getResultList()
                .stream();
    }
}
