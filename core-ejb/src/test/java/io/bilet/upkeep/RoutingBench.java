package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.Rosters;
import io.bilet.flow.DutyFlow;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.routing.RoomMade;
import io.bilet.routing.WaitingQueries;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What routing costs: a thousand agents of one group with twenty skills each, and twenty thousand tickets that
 * ask for one of them. Run by hand: {@code -Dit.test=RoutingBench} (docs/performance.md).
 */
class RoutingBench {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final int AGENTS = 1_000;
    private static final int TICKETS = Integer.getInteger("bench.tickets", 20_000);
    private static final int ONE_BY_ONE = TICKETS / 10;

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();

    @Test
    void five_hundred_waiting_tickets_a_second_find_an_owner() throws SQLException {
        List<SkillId> skills = IntStream.range(0, 20)
                .mapToObj(i -> company.skill("Skill " + i))
                .toList();
        for (int i = 0; i < AGENTS; i++) {
            company.agent(group, 100, Presence.ONLINE);
        }
        update("INSERT INTO agent_skill (agent_id, skill_id, level) SELECT m.agent_id, s.id, 1 + FLOOR(RAND(3) * 5)"
                + " FROM group_member m JOIN skill s ON s.id IN (" + ids(skills) + ") WHERE m.group_id = '"
                + group.value() + "'");
        tickets(skills);
        warmUp();

        long[] nanos = oneByOne();
        long begun = System.nanoTime();
        int before = waiting();
        while (waiting() > 0) {
            sweep();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;

        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "routing: %d agents, %d waiting; %.0f assignments a second; one decision, committed: p50 %.1f ms, p99 %.1f ms%n",
                AGENTS,
                TICKETS,
                before / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
        assertThat(number("SELECT COUNT(*) FROM decision d JOIN ticket t ON t.id = d.ticket_id WHERE t.group_id = '"
                        + group.value() + "' AND d.kind = 'assignment' AND d.outcome = 'applied'"))
                .isGreaterThanOrEqualTo(TICKETS);
        assertThat(number("SELECT SUM(load_units) FROM agent_load l JOIN group_member m ON m.agent_id = l.agent_id"
                        + " WHERE m.group_id = '" + group.value() + "'"))
                .isEqualTo(number("SELECT COUNT(*) FROM ticket WHERE group_id = '" + group.value() + "'"));
    }

    private void warmUp() {
        oneByOne();
        Rosters.remember(desk.node());
        oneByOne();
    }

    private long[] oneByOne() {
        List<TicketId> next = TestDatabase.inNewTransaction(
                () -> desk.bean(WaitingQueries.class).in(Set.of(Optional.of(group)), 0, ONE_BY_ONE).stream()
                        .map(row -> row.ticketId())
                        .toList());
        return next.stream()
                .mapToLong(ticket -> {
                    long begun = System.nanoTime();
                    desk.bean(DutyFlow.class).routeWaiting(List.of(ticket));
                    return System.nanoTime() - begun;
                })
                .toArray();
    }

    private void sweep() {
        TestDatabase.inTransaction(() -> {
            desk.bean(WaitingTimer.class).roomWasMade(new RoomMade(UserId.next()));
            desk.bean(WaitingTimer.class).run();
        });
    }

    private static String ids(List<SkillId> skills) {
        return skills.stream().map(skill -> "'" + skill.value() + "'").collect(Collectors.joining(", "));
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** One ticket as the API makes it, and copies of its row that differ in what they ask for and when they are due. */
    private void tickets(List<SkillId> skills) throws SQLException {
        TicketId first = desk.opened(TicketPriority.NORMAL);
        String demands = skills.stream().map(skill -> "'" + skill + "=3'").collect(Collectors.joining(", "));
        Map<String, String> changed = Map.of(
                "id", "UUID()",
                "group_id", "'" + group.value() + "'",
                "unassigned_reason", "'CAPACITY_FULL'",
                "required_skills", "ELT(1 + FLOOR(RAND(1) * 20), " + demands + ")",
                "latest_start_at", "DATE_ADD(t.latest_start_at, INTERVAL FLOOR(RAND(2) * 100000) SECOND)");
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT COLUMN_NAME FROM information_schema.COLUMNS"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'ticket'"
                    + " AND EXTRA NOT LIKE '%GENERATED%' AND EXTRA NOT LIKE '%auto_increment%'")) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            String values = columns.stream()
                    .map(column -> changed.getOrDefault(column, "t." + column))
                    .collect(Collectors.joining(", "));
            int copies = TICKETS + 2 * ONE_BY_ONE;
            statement.executeUpdate("INSERT INTO ticket (" + String.join(", ", columns) + ") SELECT " + values
                    + " FROM ticket t JOIN seq_1_to_" + copies + " s WHERE t.id = '" + first.value() + "'");
        }
    }

    private int waiting() {
        return number("SELECT COUNT(*) FROM ticket WHERE assignee_id IS NULL AND group_id = '" + group.value() + "'");
    }

    private static int number(String sql) {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
