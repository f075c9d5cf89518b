package io.bilet.trial;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.job.Job;
import io.bilet.job.JobLedger;
import io.bilet.job.JobWorker;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.telemetry.Cause;
import io.bilet.platform.work.WorkItem;
import io.bilet.report.Dimension;
import io.bilet.report.MeasureTimer;
import io.bilet.report.Period;
import io.bilet.report.Question;
import io.bilet.report.ReportName;
import io.bilet.report.Reports;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What trials and numbers cost; not among the tests, run by name (docs/performance.md). */
class TrialBench {

    private static final System.Logger LOG = System.getLogger(TrialBench.class.getName());

    private static final Instant BEGIN = Instant.parse("2033-03-07T09:00:00Z");
    private static final int LIVED = 100;
    private static final int TICKETS = 50_000;
    private static final int RULES = 50;

    /** Lived through by the engines once, and then copied. */
    private static final List<String> COPIED =
            List.of("ticket", "comment", "ticket_event", "decision", "sla_clock", "sla_clock_event");

    private static final SlaDesk DESK = new SlaDesk(BEGIN);

    private static final Caller ADMIN = new Caller(
            UserId.next(), Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(), Set.of(), null, "bench", null);

    @Test
    void many_tickets_played_again_and_told_in_numbers() throws SQLException {
        GroupId group = new Company(new Beans()).group(1);
        DESK.bean(TrialTask.class);
        List<TicketId> lived = new ArrayList<>();
        for (int i = 0; i < LIVED; i++) {
            lived.add(lived(i));
        }
        copy(lived);
        Instant end = BEGIN.plus(Duration.ofDays(60));
        DESK.turnTo(end);

        Job trial = DESK.bean(TrialAdmin.class).begin(ADMIN, new TrialDraft(BEGIN, end, rules(group), policies()));
        timed("a trial of %d tickets".formatted(TICKETS), () -> DESK.bean(JobWorker.class)
                .work(item(trial)));
        assertThat(DESK.bean(JobLedger.class).get(ADMIN, trial.id()).done()).isEqualTo(TICKETS);

        timed("measuring %d tickets".formatted(TICKETS), () -> DESK.bean(MeasureTimer.class)
                .run());
        for (ReportName report : List.of(ReportName.FIRST_REPLY_TIME, ReportName.REPLIES, ReportName.BACKLOG)) {
            var question = new Question(
                    report, Period.of(BEGIN, end, Period.Interval.DAY, ZoneOffset.UTC), Dimension.CHANNEL, Map.of());
            timed(
                    report + " by day and channel",
                    () -> inNewTransaction(() -> DESK.bean(Reports.class).lines(ADMIN, question)));
        }
    }

    private static TicketId lived(int i) {
        Instant opened = BEGIN.plus(Duration.ofHours(i));
        DESK.turnTo(opened);
        TicketId ticket = DESK.opened("Word%d is on fire".formatted(i % RULES), TicketPriority.NORMAL);
        DESK.turnTo(opened.plus(Duration.ofMinutes(40)));
        DESK.answered(ticket, TicketStatus.PENDING);
        DESK.turnTo(opened.plus(Duration.ofHours(3)));
        DESK.asked(ticket);
        DESK.turnTo(opened.plus(Duration.ofHours(4)));
        DESK.raised(ticket, TicketPriority.HIGH);
        DESK.turnTo(opened.plus(Duration.ofHours(5)));
        DESK.answered(ticket, TicketStatus.SOLVED);
        return ticket;
    }

    private static void copy(List<TicketId> lived) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement sql = connection.createStatement()) {
            String ids = String.join(
                    ", ", lived.stream().map(id -> "'" + id.value() + "'").toList());
            sql.execute("CREATE TEMPORARY TABLE copied (old UUID, new UUID, PRIMARY KEY (old, new))");
            sql.execute("INSERT INTO copied SELECT t.id, UUID() FROM ticket t JOIN seq_2_to_%d s WHERE t.id IN (%s)"
                    .formatted(TICKETS / LIVED, ids));
            for (String table : COPIED) {
                copy(sql, table);
            }
        }
    }

    private static void copy(Statement sql, String table) throws SQLException {
        List<String> into = new ArrayList<>();
        List<String> from = new ArrayList<>();
        try (ResultSet columns = sql.executeQuery("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = '" + table + "' AND is_generated = 'NEVER'")) {
            while (columns.next()) {
                String column = columns.getString(1);
                boolean isTicket = column.equals(table.equals("ticket") ? "id" : "ticket_id");
                if (!column.equals("number")) {
                    into.add(column);
                    from.add(isTicket ? "c.new" : column.equals("id") ? "UUID()" : "t." + column);
                }
            }
        }
        sql.execute("INSERT INTO %s (%s) SELECT %s FROM %s t JOIN copied c ON c.old = t.%s"
                .formatted(
                        table,
                        String.join(", ", into),
                        String.join(", ", from),
                        table,
                        table.equals("ticket") ? "id" : "ticket_id"));
    }

    private static List<JsonObject> rules(GroupId group) {
        return IntStream.range(0, RULES)
                .mapToObj(i -> StoredJson.object()
                        .add(
                                "condition",
                                StoredJson.object()
                                        .add("field", "ticket.subject")
                                        .add("operator", "contains_words")
                                        .add("value", StoredJson.array(List.of("word" + i))))
                        .add("effects", StoredJson.object().add("group_id", group.toString()))
                        .build())
                .toList();
    }

    private static List<JsonObject> policies() {
        var targets = StoredJson.array();
        for (String metric : List.of("first_reply_time", "next_reply_time", "total_resolution_time")) {
            for (String priority : List.of("low", "normal", "high", "urgent")) {
                targets.add(StoredJson.object()
                        .add("metric", metric)
                        .add("priority", priority)
                        .add("target", "PT30M"));
            }
        }
        return List.of(StoredJson.object()
                .add("condition", StoredJson.object().add("all", StoredJson.array()))
                .add("targets", targets)
                .build());
    }

    private static WorkItem item(Job job) {
        String payload =
                StoredJson.object().add("job_id", job.id().toString()).build().toString();
        return new WorkItem(1, "jobs", "key", null, payload, Cause.NONE, 1, 1);
    }

    private static void timed(String what, Runnable work) {
        var thread = ManagementFactory.getThreadMXBean();
        long cpu = thread.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        work.run();
        LOG.log(
                System.Logger.Level.INFO,
                "{0}: {1,number,#.###} s, of them {2,number,#.###} s processor time here",
                what,
                (System.nanoTime() - before) / 1e9,
                (thread.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
}
