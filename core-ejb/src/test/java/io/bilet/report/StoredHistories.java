package io.bilet.report;

import io.bilet.people.OrganizationId;
import io.bilet.platform.database.Utc;
import io.bilet.report.History.Choice;
import io.bilet.report.History.Line;
import io.bilet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes made-up histories into the database, as if they had happened. */
final class StoredHistories {

    private static final Instant AGES_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private StoredHistories() {}

    static void store(List<History> histories, List<UUID> schedules) {
        try (Connection connection = TestDatabase.connect()) {
            connection.setAutoCommit(false);
            UUID requester = UUID.randomUUID();
            run(
                    connection,
                    "INSERT INTO user (id, name, role, tags, active, created_at, updated_at, version)"
                            + " VALUES (?, 'Ada', 'REQUESTER', '', TRUE, ?, ?, 0)",
                    requester,
                    Utc.column(AGES_AGO),
                    Utc.column(AGES_AGO));
            for (History history : histories) {
                ticket(connection, history, requester);
                record(connection, history);
                ledger(connection, history, schedules);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ticket(Connection connection, History history, UUID requester) throws SQLException {
        UUID id = history.id().value();
        OrganizationId organization = history.organization();
        run(
                connection,
                "INSERT INTO ticket (id, subject, priority, tags, requester_id, organization_id, brand_id, channel,"
                        + " opened_by, status, folder, unassigned_reason, tier, required_skills, delivery_failed,"
                        + " no_due_reason, created_at, updated_at, event_count, version)"
                        + " VALUES (?, 'Fire', 'NORMAL', ?, ?, ?, ?, ?, ?, 'OPEN', 'INBOX', 'NO_GROUP', 1, '', FALSE,"
                        + " 'none', ?, ?, ?, 0)",
                id,
                String.join(" ", history.tags()),
                requester,
                organization == null ? null : organization.value(),
                history.brand().value(),
                history.channel().name(),
                history.openedBy().name(),
                Utc.column(history.createdAt()),
                Utc.column(history.end()),
                history.lines().size());
        for (String tag : history.tags()) {
            run(connection, "INSERT INTO ticket_tag (ticket_id, tag) VALUES (?, ?)", id, tag);
        }
    }

    private static void record(Connection connection, History history) throws SQLException {
        long seq = 1;
        for (Line line : history.lines()) {
            run(
                    connection,
                    "INSERT INTO ticket_event (ticket_id, seq, type, actor_type, actor_id, cause, data, at)"
                            + " VALUES (?, ?, ?, ?, ?, 'test', ?, ?)",
                    history.id().value(),
                    seq++,
                    line.event().type(),
                    line.by() == null ? "system" : "user",
                    line.by() == null ? null : line.by().value(),
                    line.event().data().toString(),
                    Utc.column(line.at()));
        }
    }

    private static void ledger(Connection connection, History history, List<UUID> schedules) throws SQLException {
        UUID id = history.id().value();
        int step = 1;
        for (Choice choice : history.choices()) {
            run(
                    connection,
                    "INSERT INTO sla_clock_event (ticket_id, seq, clock_id, metric, cycle, step, at, cause,"
                            + " ran_calendar_micros, ran_business_micros, policy_version, priority, time_kind,"
                            + " schedule_id, target_version)"
                            + " VALUES (?, ?, ?, 'total_resolution_time', 1, 'apply', ?, 'policy_changed', 0, 0, 1,"
                            + " 'normal', 'calendar', ?, 1)",
                    id,
                    step++,
                    id,
                    Utc.column(choice.at()),
                    choice.schedule() == 0 ? null : schedules.get(choice.schedule() - 1));
        }
    }

    /** Keeps one version of a schedule. */
    static void schedule(UUID id, int version, String zone, String week, String holidays, Instant validFrom) {
        run(
                "INSERT INTO schedule_version (schedule_id, version, time_zone, intervals, holidays, valid_from)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                version,
                zone,
                week,
                holidays,
                Utc.column(validFrom));
    }

    static void organization(UUID id, String name, String tags) {
        run(
                "INSERT INTO organization (id, name, tags, created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, 0)",
                id,
                name,
                tags,
                Utc.column(AGES_AGO),
                Utc.column(AGES_AGO));
    }

    /** As after a change of what is measured: everything is to be measured again. */
    static void forgetMeasures(UUID brand) {
        run("DELETE m FROM ticket_measure m WHERE m.brand_id = ?", brand);
        run("UPDATE ticket SET measured_count = 0 WHERE brand_id = ?", brand);
    }

    private static void run(String sql, @Nullable Object... values) {
        try (Connection connection = TestDatabase.connect()) {
            run(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(i + 1, value instanceof UUID ? value.toString() : value);
            }
            statement.executeUpdate();
        }
    }
}
