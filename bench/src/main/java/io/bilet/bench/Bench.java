package io.bilet.bench;

import io.bilet.dev.Checkout;
import io.bilet.dev.DatabaseAccess;
import io.bilet.dev.DemoDesk;
import io.bilet.dev.EmbeddedDatabase;
import io.bilet.dev.MailServer;
import io.bilet.dev.Ports;
import io.bilet.dev.Tokens;
import io.bilet.dev.WildFlyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts a whole Bilet, warms it up, and measures the main job and its baseline one after the other, in one run.
 * Seconds a
 * measurement takes: {@code bench.seconds}, of the warm-up: {@code bench.warm-up}.
 */
public final class Bench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 100);
    private static final int[] CONNECTIONS = {8, 32};

    private static final List<String> READ_TICKET = List.of(
            "SELECT * FROM ticket WHERE id = ?",
            "SELECT * FROM comment WHERE ticket_id = ? ORDER BY id LIMIT 101",
            "SELECT * FROM attachment WHERE ticket_id = ?");

    private static final String PAGE = "(SELECT id, requester_id FROM ticket WHERE assignee_id = ?"
            + " AND inbox_folder = 'INBOX' ORDER BY inbox_order, id LIMIT 26) t";

    /** What a page shows: tickets and requesters, their addresses, last messages, breaches, marks, and the folders. */
    private static final List<String> READ_INBOX = List.of(
            "SELECT t.*, u.name FROM ticket t JOIN user u ON u.id = t.requester_id"
                    + " WHERE t.assignee_id = ? AND t.inbox_folder = 'INBOX' ORDER BY t.inbox_order, t.id LIMIT 26",
            "SELECT i.value FROM " + PAGE + " JOIN identity i ON i.user_id = t.requester_id AND i.type = 'EMAIL'",
            "SELECT c.* FROM " + PAGE + " JOIN comment c ON c.id ="
                    + " (SELECT MAX(l.id) FROM comment l WHERE l.ticket_id = t.id)",
            "SELECT s.id FROM " + PAGE + " JOIN sla_clock s ON s.ticket_id = t.id AND s.breached_at IS NOT NULL"
                    + " AND s.state IN ('RUNNING', 'PAUSED')",
            "SELECT ticket_id, read_at FROM read_mark WHERE user_id = ?",
            "SELECT inbox_folder, COUNT(*), MAX(last_comment_at), SUM(snooze_return_count > 0), COUNT(handover_id)"
                    + " FROM ticket WHERE assignee_id = ? AND inbox_folder IN ('INBOX', 'SNOOZED', 'ARCHIVE')"
                    + " GROUP BY inbox_folder");

    private final EmbeddedDatabase mariaDb;
    private final DatabaseAccess database;
    private final MainJob job;
    private final PlainSql plain;
    private final Meter meter;

    private Bench(EmbeddedDatabase mariaDb, DatabaseAccess database, MainJob job, Meter meter) {
        this.mariaDb = mariaDb;
        this.database = database;
        this.job = job;
        this.plain = new PlainSql(database);
        this.meter = meter;
    }

    /** Takes the checkout's directory as its only argument. */
    public static void main(String[] arguments) throws Exception {
        Checkout checkout = new Checkout(Path.of(arguments[0]));
        Path directory = Files.createDirectories(checkout.root().resolve("bench/target/run"));
        Ports ports = Ports.free();
        try (EmbeddedDatabase mariaDb =
                        EmbeddedDatabase.start(checkout, directory.resolve("mariadb"), ports.database());
                MailServer mail = MailServer.start(ports.smtp(), ports.imap())) {
            DatabaseAccess database = mariaDb.emptySchema("bilet");
            try (WildFlyServer server = server(checkout, directory, ports, database)) {
                Tokens tokens = new DemoDesk(
                                server.api(), directory.resolve("admin-token"), directory.resolve("tokens.properties"))
                        .furnish(mail.open(DemoDesk.SUPPORT_ADDRESS, "bench"), ports);
                new Desk(server.api(), tokens).furnish();
                var job = new MainJob(server.api(), tokens);
                new Bench(mariaDb, database, job, new Meter(mariaDb, server.pid())).run();
            }
        }
        System.exit(0);
    }

    private static WildFlyServer server(Checkout checkout, Path directory, Ports ports, DatabaseAccess database)
            throws Exception {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put(
                "BILET_ACCESS_ADMIN_TOKEN_FILE",
                directory.resolve("admin-token").toString());
        environment.put("BILET_FILES_DIR", directory.resolve("files").toString());
        environment.put("BILET_HTTP_REQUESTS_PER_MINUTE", "100000000");
        Files.deleteIfExists(directory.resolve("tokens.properties"));
        List<String> options = List.of("-Xms512m", "-Xmx768m", "-Duser.timezone=UTC");
        return WildFlyServer.start(new WildFlyServer.Launch(
                        checkout.wildFly(), directory.resolve("server"), checkout.war(), ports, options, environment))
                .awaitReady(Duration.ofMinutes(3));
    }

    private void run() throws Exception {
        System.out.printf("Warming up for %d s%n", WARM_UP);
        Load.run(job.create(), 8, WARM_UP / 2);
        Load.run(job.readTicket(), 8, WARM_UP / 4);
        Load.run(job.inbox(agents()), 8, WARM_UP / 4);
        System.out.println(
                "what              connections   a second   p50 ms   p95 ms   p99 ms   SQL  CPU ms   DB ms  share");
        for (int connections : CONNECTIONS) {
            measureAll(connections);
        }
        System.out.printf(
                Locale.ROOT,
                "tickets %d, owned %.1f %%, resident %d MiB%n",
                job.tickets().size(),
                owned(),
                meter.residentMiB());
    }

    private void measureAll(int connections) throws Exception {
        List<String> tickets = job.tickets().stream().map(Bench::uuid).toList();
        TemplateRows template;
        try (Connection connection = database.connect()) {
            template = TemplateRows.of(connection, tickets.get(tickets.size() - 1));
        }
        measure("three rows SQL", connections, plain.create(template.first(3)), 0);
        pair("create", connections, plain.create(template), job.create());
        measure("reply (note)", connections, job.reply(), 0);
        pair("ticket, comments", connections, plain.read(READ_TICKET, tickets), job.readTicket());
        List<String> agents = agents();
        pair(
                "inbox page",
                connections,
                plain.read(READ_INBOX, agents.stream().map(Bench::uuid).toList()),
                job.inbox(agents));
    }

    private void pair(String what, int connections, Load.Opening baseline, Load.Opening ours) throws Exception {
        double base = measure(what + " SQL", connections, baseline, 0);
        measure(what, connections, ours, base);
    }

    private double measure(String what, int connections, Load.Opening opening, double baseline) throws Exception {
        Meter.Reading before = meter.read();
        Load.Result result = Load.run(opening, connections, SECONDS);
        Meter.Reading after = meter.read();
        int count = Math.max(1, result.count());
        System.out.printf(
                Locale.ROOT,
                "%-18s %10d %10.0f %8.2f %8.2f %8.2f %5.1f %7.3f %7.3f  %s%n",
                what,
                connections,
                result.perSecond(),
                result.p50Millis(),
                result.p95Millis(),
                result.p99Millis(),
                (after.statements() - before.statements()) / (double) count,
                (after.serverCpuSeconds() - before.serverCpuSeconds()) * 1_000 / count,
                (after.databaseCpuSeconds() - before.databaseCpuSeconds()) * 1_000 / count,
                baseline == 0 ? "" : "%.0f %%".formatted(100 * result.perSecond() / baseline));
        return result.perSecond();
    }

    private List<String> agents() throws SQLException {
        List<String> agents = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT agent_id FROM agent_load WHERE open_count > 0")) {
            while (rows.next()) {
                agents.add("usr_" + rows.getString(1).replace("-", ""));
            }
        }
        return agents;
    }

    private double owned() throws SQLException {
        try (Connection connection = mariaDb.administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 100 * AVG(assignee_id IS NOT NULL) FROM bilet.ticket"
                        + " WHERE subject <> '" + TemplateRows.COPY_SUBJECT + "'")) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** The database's form of a public id. */
    private static String uuid(String id) {
        return id.substring(4).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
