package io.bilet.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command behind {@code ./mvnw -Pdev}: starts database, mail and application server, loads the demo company, says
 * where everything is, and stops all of it when it is told to, or when the process that started it ends.
 */
public final class DevServer {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms256m", "-Xmx768m", "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC");

    private final Checkout checkout;
    private final Ports ports;
    private final Leftovers leftovers;
    private final StopSequence stop = new StopSequence();

    private DevServer(Checkout checkout, Ports ports) {
        this.checkout = checkout;
        this.ports = ports;
        this.leftovers = new Leftovers(checkout.data().resolve("processes"));
    }

    /** Takes the checkout's directory as its only argument. */
    public static void main(String[] arguments) throws Exception {
        DevServer server = new DevServer(new Checkout(Path.of(arguments[0])), Ports.fromEnvironment());
        Files.createDirectories(server.checkout.data());
        try (FileChannel lock = FileChannel.open(
                server.checkout.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                System.err.println("[bilet] A development server of this checkout runs already.");
                System.exit(2);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server.stop::run, "stop"));
            endWithParent();
            server.run();
        } catch (Exception e) {
            System.err.println("[bilet] The development server could not start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Maven does not end its children when it is killed. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        System.exit(0);
                    },
                    "parent-watch");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private void run() throws Exception {
        leftovers.end();
        DatabaseAccess database = startDatabase();
        WildFlyServer server = startServer(database);
        MailServer mail = MailServer.start(ports.smtp(), ports.imap());
        stop.add("the mail server", mail);
        stop.add("the application server", server);
        List<MailServer.Mailbox> mailboxes = mailboxes(mail);
        server.awaitReady(START_MAX);
        Tokens tokens = new DemoDesk(server.api(), firstToken(), checkout.data().resolve("tokens.properties"))
                .furnish(mailboxes.get(0), ports);
        DevFile file = new DevFile(ports, server.health(), mailboxes, tokens, database);
        stop.add("dev.json", () -> Files.deleteIfExists(checkout.devFile()));
        file.write(checkout.devFile());
        new Announcement(file, checkout, server.log()).print();
        server.ended().join();
        if (!stop.hasBegun()) {
            System.err.println("[bilet] The application server ended; see " + server.log());
            System.exit(1);
        }
    }

    private DatabaseAccess startDatabase() throws IOException, InterruptedException, SQLException {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(checkout, checkout.data().resolve("mariadb"), ports.database());
        stop.add("the database", database);
        leftovers.remember("database", database.pid());
        return database.schema("bilet");
    }

    private WildFlyServer startServer(DatabaseAccess database) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("BILET_ACCESS_ADMIN_TOKEN_FILE", firstToken().toString());
        // What one token may call is not what a developer's machine is to be measured by.
        environment.put("BILET_HTTP_REQUESTS_PER_MINUTE", "1000000");
        environment.put("BILET_FILES_DIR", checkout.data().resolve("files").toString());
        WildFlyServer server = WildFlyServer.start(new WildFlyServer.Launch(
                checkout.wildFly(),
                checkout.data().resolve("server"),
                checkout.war(),
                ports,
                JAVA_OPTIONS,
                environment));
        leftovers.remember("server", server.pid());
        return server;
    }

    /** The mailboxes of support and of a customer; their passwords stay the same while the data is kept. */
    private List<MailServer.Mailbox> mailboxes(MailServer mail) throws IOException {
        Path file = checkout.data().resolve("mail-password");
        if (!Files.exists(file)) {
            FileTree.writePrivately(file, Secrets.next());
        }
        String password = Files.readString(file);
        return List.of(mail.open(DemoDesk.SUPPORT_ADDRESS, password), mail.open(DemoDesk.CUSTOMER_ADDRESS, password));
    }

    private Path firstToken() {
        return checkout.data().resolve("admin-token");
    }
}
