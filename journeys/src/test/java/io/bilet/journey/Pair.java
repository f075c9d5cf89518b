package io.bilet.journey;

import io.bilet.dev.DatabaseAccess;
import io.bilet.dev.DemoDesk;
import io.bilet.dev.EmbeddedDatabase;
import io.bilet.dev.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes of one desk, each a server of its own, on one database. Journeys that break something share them: what one
 * of them broke, the next finds mended.
 */
final class Pair {

    /** The schema both nodes find at their first start is not the newest: they are a new release. */
    static final String OLD_SCHEMA = "5";

    private static @Nullable Pair shared;

    private final Suite suite = Suite.current();
    private final Path directory = suite.directory().resolve("pair");
    private final DatabaseAccess schema;
    private final Node one;
    private final Node two;
    private final Tokens tokens;

    private Pair() throws IOException, InterruptedException, SQLException {
        this.schema = suite.database().emptySchema("bilet_pair");
        migrations().target(OLD_SCHEMA).load().migrate();
        this.one = new Node(directory.resolve("one"), environment("one"));
        this.two = new Node(directory.resolve("two"), environment("two"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "pair-kill"));
        startBoth();
        this.tokens = new DemoDesk(one.api(), firstToken(), directory.resolve("tokens.properties"))
                .furnish(suite.support(), suite.ports());
    }

    /** The pair of this JVM, with both nodes taking requests; the first caller makes it. */
    static synchronized Pair ready() throws IOException, InterruptedException, SQLException {
        if (shared == null) {
            shared = new Pair();
        } else {
            shared.startBoth();
        }
        return shared;
    }

    /** Starts the nodes that do not run, at once, and waits until both take requests. */
    void startBoth() throws IOException, InterruptedException {
        one.launch();
        two.launch();
        one.awaitReady();
        two.awaitReady();
    }

    Node one() {
        return one;
    }

    Node two() {
        return two;
    }

    Stream<Node> nodes() {
        return Stream.of(one, two);
    }

    Tokens tokens() {
        return tokens;
    }

    DeskDriver admin(Node node) {
        return DeskDriver.at(node.api(), tokens.admin());
    }

    /** How the schema came to be. */
    MigrationInfoService history() {
        return migrations().load().info();
    }

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(schema.url(), schema.user(), schema.password());
    }

    DatabaseAccess schema() {
        return schema;
    }

    EmbeddedDatabase database() {
        return suite.database();
    }

    private Map<String, String> environment(String node) {
        Map<String, String> environment = new LinkedHashMap<>(schema.environment());
        environment.put("BILET_NODE", node);
        environment.put("BILET_HTTP_REQUESTS_PER_MINUTE", "10000000");
        environment.put("BILET_FILES_DIR", directory.resolve("files").toString());
        environment.put("BILET_ACCESS_ADMIN_TOKEN_FILE", firstToken().toString());
        return environment;
    }

    private Path firstToken() {
        return directory.resolve("admin-token");
    }

    private void kill() {
        nodes().forEach(Node::kill);
    }
}
