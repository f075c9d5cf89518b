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
    private final Issuer issuer = new Issuer();
    private final Collector collector = new Collector();
    private final PluginFolder plugins;
    private final ServerLog log;
    private final Optional<PayaraServer> payara;
    private @Nullable Tokens tokens;

    private Suite() throws IOException, InterruptedException, SQLException {
        this.database = EmbeddedDatabase.start(checkout, directory.resolve("mariadb"), ports.database());
        this.schema = database.emptySchema("bilet");
        this.mail = MailServer.start(ports.smtp(), ports.imap());
        this.support = mail.open(DemoDesk.SUPPORT_ADDRESS, PASSWORD);
        mail.open(DemoDesk.CUSTOMER_ADDRESS, PASSWORD);
        this.plugins = PluginFolder.in(directory, checkout.examplePlugin());
        this.payara = onPayara()
                ? Optional.of(PayaraServer.start(checkout, directory, ports, environment(sharedSettings())))
                : Optional.empty();
        this.log = payara.isPresent()
                ? ServerLog.at(payara.get().log())
                : ServerLog.ofConsole(directory.resolve("server.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "suite-stop"));
        tellContainer();
    }

    /** The one suite of this JVM; the first caller starts it. */
    public static synchronized Suite current() {
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

    public Checkout checkout() {
        return checkout;
    }

    public Path directory() {
        return directory;
    }

    public Ports ports() {
        return ports;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public DatabaseAccess databaseAccess() {
        return schema;
    }

    MailServer.Mailbox support() {
        return support;
    }

    void openMailbox(String address, String password) {
        mail.open(address, password);
    }

    /** Ends with a slash. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/api/v1/");
    }

    /** Where the server says how it is: Payara beside the application, WildFly on its management port. */
    public URI health() {
        return URI.create("http://127.0.0.1:" + (onPayara() ? ports.http() : ports.management()) + "/health/");
    }

    /** Where the server sends its traces. */
    public Collector collector() {
        return collector;
    }

    PluginFolder plugins() {
        return plugins;
    }

    public ServerLog log() {
        return log;
    }

    /** Everybody's token; the first caller furnishes the desk. */
    public synchronized Tokens tokens() {
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

    /** What the server that all journeys share has to be told beside what every node is told. */
    private Map<String, String> sharedSettings() {
        Map<String, String> settings = settings();
        settings.put("bilet.traces.endpoint", collector.url());
        settings.putAll(plugins.settings());
        return settings;
    }

    /** What a node has to be told. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bilet.db.url", schema.url());
        settings.put("bilet.db.user", schema.user());
        settings.put("bilet.db.password", schema.password());
        settings.put("bilet.files.dir", directory.resolve("files").toString());
        settings.put("bilet.access.admin-token-file", firstToken().toString());
        settings.put("bilet.http.requests-per-minute", "1000000");
        settings.put("bilet.http.private-hosts", "127.0.0.1");
        settings.put("bilet.webhooks.timeout", "PT2S");
        settings.put("bilet.http.cors-origins", "https://desk.example.org");
        settings.putAll(issuer.settings());
        return settings;
    }

    /** The settings by the names of their environment variables. */
    Map<String, String> environment() {
        return environment(settings());
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        Map.Entry::getValue));
    }

    /** Who vouches for people that sign in with tokens of their own organisation. */
    public Issuer issuer() {
        return issuer;
    }

    private Path firstToken() {
        return directory.resolve("admin-token");
    }

    public static boolean onPayara() {
        return "payara".equals(server());
    }

    private static String server() {
        return System.getProperty("arquillian.launch", "nodes");
    }

    private void tellContainer() {
        String options = sharedSettings().entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        System.setProperty("bilet.suite.wildfly", checkout.wildFly().toString());
        System.setProperty("bilet.suite.server", directory.resolve("server").toString());
        System.setProperty(
                "bilet.suite.management-port",
                String.valueOf(onPayara() ? ports.payaraAdministration() : ports.management()));
        System.setProperty(
                "bilet.suite.java-options",
                "-Xmx768m -Duser.timezone=UTC -Dbilet.log.text=false -Dbilet.log.json=true -Dbilet.log.level=DEBUG -Djboss.socket.binding.port-offset="
                        + ports.offset() + " " + options);
    }

    private void stop() {
        payara.ifPresent(PayaraServer::close);
        issuer.close();
        collector.close();
        mail.close();
        database.close();
    }
}
