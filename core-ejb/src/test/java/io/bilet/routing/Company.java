package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.people.team.Presence;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Ticket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups, skills and agents in the test database, and tickets for them. */
public final class Company {

    private final Beans beans;
    private final UserId requester;

    public Company(Beans beans) {
        this.beans = beans;
        this.requester = user(Role.REQUESTER);
    }

    public GroupId group() {
        return group(2);
    }

    public GroupId group(int tier) {
        GroupId id = GroupId.next();
        sql(
                "INSERT INTO agent_group (id, name, tier, is_default, created_at, version) VALUES (?, ?, ?, 0, NOW(), 0)",
                id.value(),
                "Group " + id,
                tier);
        changed();
        return id;
    }

    /** After five minutes {@code helper} helps. */
    public void overflow(GroupId group, GroupId helper) {
        sql("UPDATE agent_group SET overflow_group_id = ? WHERE id = ?", helper.value(), group.value());
        changed();
    }

    public void reserve(GroupId group, int units) {
        sql("UPDATE agent_group SET vip_reserve = ? WHERE id = ?", units, group.value());
        changed();
    }

    /** Tickets of the group are held out to agents from now on. */
    public void offers(GroupId group) {
        sql("UPDATE agent_group SET assigns_by = 'OFFER' WHERE id = ?", group.value());
        changed();
    }

    /** Lets a node see at once what it would see half a second later. */
    public static void lookAgain(Beans node) {
        node.get(AgentBoard.class).lookAgain();
    }

    /** The agent works by that schedule from now on. */
    public void works(UserId agent, UUID schedule) {
        sql("UPDATE agent SET schedule_id = ? WHERE id = ?", schedule, agent.value());
        changed();
    }

    /** As another node would do it: nobody here is told. */
    void pause(UserId agent, String channels) {
        sql("UPDATE agent SET paused_channels = ? WHERE id = ?", channels, agent.value());
    }

    public SkillId skill(String name) {
        SkillId id = SkillId.next();
        sql("INSERT INTO skill (id, name, created_at, version) VALUES (?, ?, NOW(), 0)", id.value(), name + " " + id);
        return id;
    }

    public UserId agent(GroupId group, int capacity, Presence presence) {
        return agent(group, capacity, presence, Map.of());
    }

    public UserId agent(GroupId group, int capacity, Presence presence, Map<SkillId, Integer> skills) {
        UserId id = user(Role.AGENT);
        sql(
                "INSERT INTO agent (id, presence, presence_at, capacity, languages, version) VALUES (?, ?, NOW(), ?, 'en', 0)",
                id.value(),
                presence.name(),
                capacity);
        sql("INSERT INTO agent_load (agent_id, open_count) VALUES (?, 0)", id.value());
        sql("INSERT INTO group_member (group_id, agent_id, since) VALUES (?, ?, NOW())", group.value(), id.value());
        skills.forEach((skill, level) -> sql(
                "INSERT INTO agent_skill (agent_id, skill_id, level) VALUES (?, ?, ?)",
                id.value(),
                skill.value(),
                level));
        changed();
        return id;
    }

    public void turn(UserId agent, Presence presence) {
        sql("UPDATE agent SET presence = ? WHERE id = ?", presence.name(), agent.value());
    }

    private void changed() {
        sql(
                "INSERT INTO config_stamp (area, version) VALUES ('team', 1) ON DUPLICATE KEY UPDATE version = version + 1");
    }

    public Ticket ticket(@Nullable GroupId group) {
        return ticket(group, "Printer on fire");
    }

    public Ticket ticket(@Nullable GroupId group, String subject) {
        Ticket ticket = Tickets.about(subject, requester);
        if (group != null) {
            ticket.moveToGroup(group, 2, Tickets.MONDAY_NINE);
        }
        return ticket;
    }

    public int load(UserId agent) {
        return number("SELECT open_count FROM agent_load WHERE agent_id = ?", agent.value());
    }

    public int units(UserId agent) {
        return number("SELECT load_units FROM agent_load WHERE agent_id = ?", agent.value());
    }

    public int owned(UserId agent) {
        return number(
                "SELECT COUNT(*) FROM ticket WHERE assignee_id = ? AND status IN ('NEW', 'OPEN') AND folder = 'INBOX'",
                agent.value());
    }

    static int number(String sql, Object... values) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void sql(String sql, Object... values) {
        try (Connection connection = TestDatabase.connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        return statement;
    }

    private UserId user(Role role) {
        UserId id = UserId.next();
        var profile = UserProfile.of("Mira", role);
        TestDatabase.inNewTransaction(() -> {
            beans.get(UserRepository.class).add(new User(id, profile, Tickets.MONDAY_NINE));
            return true;
        });
        return id;
    }
}
