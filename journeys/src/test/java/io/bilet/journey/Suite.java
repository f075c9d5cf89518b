package io.bilet.journey;

import io.bilet.dev.Checkout;
import io.bilet.dev.DatabaseAccess;
import io.bilet.dev.DemoDesk;
import io.bilet.dev.EmbeddedDatabase;
import io.bilet.dev.MailServer;
import io.bilet.dev.PayaraServer;
import io.bilet.dev.Ports;
import io.bilet.dev.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all journeys of one run share: a database, a mail server, ports nobody else uses, and the demo company.
 *
 * <p>Started once, ended with the JVM. The container learns by system properties where everything is; see
 * {@code arquillian.xml}.
 */
public final class Suite {

    private static final String PASSWORD = "journey";

    private static @Nullable Suite current;

    private final Checkout checkout = new Checkout(Path.of(System.getProperty("bilet.checkout", "..")));
    private final Path directory =
            checkout.root().resolve("journeys/target/suite").resolve(server());
    private final Ports ports = Ports.free();
    private final EmbeddedDatabase database;
    private final DatabaseAccess schema;
    private final MailServer mail;
    private final MailServer.Mailbox support;
    private final Optional<PayaraServer> payara;
    private @Nullable Tokens tokens;

    private Suite() throws IOException, InterruptedException, SQLException {
        this.database = EmbeddedDatabase.start(checkout, directory.resolve("mariadb"), ports.database());
        this.schema = database.emptySchema("bilet");
        this.mail = MailServer.start(ports.smtp(), ports.imap());
        this.support = mail.open(DemoDesk.SUPPORT_ADDRESS, PASSWORD);
        mail.open(DemoDesk.CUSTOMER_ADDRESS, PASSWORD);
        this.payara = onPayara()
                ? Optional.of(PayaraServer.start(checkout, directory, ports, environment()))
                : Optional.empty();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "suite-stop"));
        tellContainer();
    }

    /** The one suite of this JVM; the first caller starts it. */
    static synchronized Suite current() {
        if (current == null) {
            try {
                current = new Suite();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The journeys' database or mail server did not start.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted.", e);
            }
        }
        return current;
    }

    Checkout checkout() {
        return checkout;
    }

    Path directory() {
        return directory;
    }

    Ports ports() {
        return ports;
    }

    EmbeddedDatabase database() {
        return database;
    }

    DatabaseAccess databaseAccess() {
        return schema;
    }

    MailServer.Mailbox support() {
        return support;
    }

    void openMailbox(String address, String password) {
        mail.open(address, password);
    }

    /** Ends with a slash. */
    URI api() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/api/v1/");
    }

    /** Everybody's token; the first caller furnishes the desk. */
    synchronized Tokens tokens() {
        if (tokens == null) {
            try {
                tokens = new DemoDesk(api(), firstToken(), directory.resolve("tokens.properties"))
                        .furnish(support, ports);
            } catch (IOException e) {
                throw new IllegalStateException("The demo company could not be loaded.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted.", e);
            }
        }
        return tokens;
    }

    /** What a node has to be told, by the names of its environment variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(schema.environment());
        environment.put("BILET_FILES_DIR", directory.resolve("files").toString());
        environment.put("BILET_ACCESS_ADMIN_TOKEN_FILE", firstToken().toString());
        return environment;
    }

    private Path firstToken() {
        return directory.resolve("admin-token");
    }

    static boolean onPayara() {
        return "payara".equals(server());
    }

    private static String server() {
        return System.getProperty("arquillian.launch", "nodes");
    }

    private void tellContainer() {
        String options = environment().entrySet().stream()
                .map(entry -> "-D" + entry.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        System.setProperty("bilet.suite.wildfly", checkout.wildFly().toString());
        System.setProperty("bilet.suite.server", directory.resolve("server").toString());
        System.setProperty(
                "bilet.suite.management-port",
                String.valueOf(onPayara() ? ports.payaraAdministration() : ports.management()));
        System.setProperty(
                "bilet.suite.java-options",
                "-Xmx768m -Duser.timezone=UTC -Djboss.socket.binding.port-offset=" + ports.offset() + " " + options);
    }

    private void stop() {
        payara.ifPresent(PayaraServer::close);
        mail.close();
        database.close();
    }
}
