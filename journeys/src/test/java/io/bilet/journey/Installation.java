package io.bilet.journey;

import io.bilet.dev.DatabaseAccess;
import io.bilet.dev.DemoDesk;
import io.bilet.dev.Ports;
import io.bilet.dev.Tokens;
import io.bilet.dev.WildFlyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes of one installation, each a server of its own, on one database that was empty at first; they can be broken. */
final class Installation implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(4);

    private final Suite suite = Suite.current();
    private final Path directory;
    private final DatabaseAccess database;
    private final List<WildFlyServer> running = new ArrayList<>();

    private Installation(String name) throws SQLException {
        this.directory = suite.directory().resolve(name);
        this.database = suite.database().emptySchema("bilet_" + name);
    }

    /** An installation without a running node. The name is a word of lower-case letters. */
    static Installation of(String name) throws SQLException {
        return new Installation(name);
    }

    DatabaseAccess database() {
        return database;
    }

    /** Starts a node without waiting for it. */
    WildFlyServer launch(String name) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(database.environment());
        environment.put("BILET_NODE", name);
        environment.put("BILET_HTTP_REQUESTS_PER_MINUTE", "1000000");
        environment.put("BILET_FILES_DIR", directory.resolve("files").toString());
        environment.put("BILET_ACCESS_ADMIN_TOKEN_FILE", firstToken().toString());
        WildFlyServer node = WildFlyServer.start(new WildFlyServer.Launch(
                suite.checkout().wildFly(),
                directory.resolve(name),
                suite.checkout().war(),
                Ports.free(),
                List.of("-Xms128m", "-Xmx512m", "-Duser.timezone=UTC"),
                environment));
        running.add(node);
        return node;
    }

    /** Starts a node and waits until it takes requests. */
    WildFlyServer start(String name) throws IOException, InterruptedException {
        return ready(launch(name));
    }

    WildFlyServer ready(WildFlyServer node) throws InterruptedException {
        return node.awaitReady(START_MAX);
    }

    /** The demo company, loaded through a node; its mail server is the suite's. */
    Tokens furnish(WildFlyServer node) throws IOException, InterruptedException {
        return new DemoDesk(node.api(), firstToken(), directory.resolve("tokens.properties"))
                .furnish(suite.support(), suite.ports());
    }

    @Override
    public void close() {
        running.stream().filter(WildFlyServer::alive).forEach(WildFlyServer::kill);
    }

    private Path firstToken() {
        return directory.resolve("admin-token");
    }
}
