package io.bilet.upkeep;

import io.bilet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets and agents of some groups as they lie in the database, read in the plainest way. */
record Snapshot(Map<String, Work> tickets, Map<String, Worker> agents, Set<String> openOffers) {

    /** A ticket; {@code holder} owns it or it is held out to them. */
    record Work(
            String id,
            String group,
            String channel,
            int units,
            boolean vip,
            boolean counts,
            @Nullable String owner,
            @Nullable String offeredTo,
            @Nullable String reason,
            @Nullable Instant waitingSince,
            String skills,
            String declinedBy,
            @Nullable String previous) {

        @Nullable
        String holder() {
            return owner == null ? offeredTo : owner;
        }

        boolean waits() {
            return counts && owner == null && offeredTo == null;
        }
    }

    /** An agent, with what routing believes that they hold. */
    record Worker(
            String id,
            String presence,
            int capacity,
            int count,
            int units,
            String paused,
            Map<String, Integer> skills) {}

    static Snapshot of(List<String> groups) {
        Map<String, Work> tickets = new TreeMap<>();
        Map<String, Worker> agents = new TreeMap<>();
        String in = groups.stream().map(group -> "'" + group + "'").collect(Collectors.joining(", "));
        try (Connection connection = TestDatabase.connect()) {
            each(connection, "SELECT * FROM ticket WHERE group_id IN (" + in + ")", row -> {
                Work work = work(row);
                tickets.put(work.id(), work);
            });
            Map<String, Map<String, Integer>> skills = new HashMap<>();
            each(connection, "SELECT * FROM agent_skill", row -> skills.computeIfAbsent(
                            row.getString("agent_id"), agent -> new HashMap<>())
                    .put(row.getString("skill_id").replace("-", ""), row.getInt("level")));
            each(
                    connection,
                    "SELECT DISTINCT a.*, l.open_count, l.load_units FROM agent a JOIN agent_load l ON l.agent_id = a.id"
                            + " JOIN group_member m ON m.agent_id = a.id WHERE m.group_id IN (" + in + ")",
                    row -> agents.put(row.getString("id"), worker(row, skills)));
            Set<String> offers = new java.util.TreeSet<>();
            each(
                    connection,
                    "SELECT o.* FROM offer o JOIN ticket t ON t.id = o.ticket_id WHERE o.state = 'OPEN' AND t.group_id IN ("
                            + in + ")",
                    row -> offers.add(row.getString("ticket_id") + " " + row.getString("agent_id")));
            return new Snapshot(tickets, agents, offers);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Work work(ResultSet row) throws SQLException {
        boolean counts = row.getString("folder").equals("INBOX")
                && List.of("NEW", "OPEN").contains(row.getString("status"));
        LocalDateTime since = row.getObject("waiting_since", LocalDateTime.class);
        return new Work(
                row.getString("id"),
                row.getString("group_id"),
                row.getString("channel").toLowerCase(java.util.Locale.ROOT),
                row.getInt("units"),
                row.getBoolean("vip"),
                counts,
                row.getString("assignee_id"),
                row.getString("offered_to_id"),
                row.getString("unassigned_reason"),
                since == null ? null : since.toInstant(ZoneOffset.UTC),
                row.getString("required_skills"),
                row.getString("declined_by"),
                row.getString("previous_assignee_id"));
    }

    private static Worker worker(ResultSet row, Map<String, Map<String, Integer>> skills) throws SQLException {
        String id = row.getString("id");
        return new Worker(
                id,
                row.getString("presence"),
                row.getInt("capacity"),
                row.getInt("open_count"),
                row.getInt("load_units"),
                row.getString("paused_channels"),
                skills.getOrDefault(id, Map.of()));
    }

    /** Whether an agent knows enough: each demand is {@code skl_id=level} or {@code skl_id=level/PT…}. */
    static boolean knows(Worker agent, Work ticket, java.time.Duration waited) {
        return Arrays.stream(ticket.skills().split(" "))
                .filter(demand -> !demand.isEmpty())
                .allMatch(demand -> {
                    String[] parts = demand.substring(4).split("[=/]");
                    boolean dropped = parts.length > 2 && waited.compareTo(java.time.Duration.parse(parts[2])) >= 0;
                    return dropped || agent.skills().getOrDefault(parts[0], 0) >= Integer.parseInt(parts[1]);
                });
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }
}
