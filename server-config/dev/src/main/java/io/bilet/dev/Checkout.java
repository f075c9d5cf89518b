package io.bilet.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where things lie in a built checkout. */
public record Checkout(Path root) {

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    public Path war() {
        return root.resolve("rest-api/target/bilet.war");
    }

    public Path payaraWar() {
        return root.resolve("rest-api/target/bilet-payara.war");
    }

    /** The provisioned WildFly; it is never run in place, see {@link WildFlyServer}. */
    public Path wildFly() {
        return root.resolve("server-config/wildfly/target/server");
    }

    /** The plugin that comes with Bilet as a template. */
    public Path examplePlugin() throws IOException {
        try (Stream<Path> jars = Files.list(root.resolve("plugins/example/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("bilet-plugin-example-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The example plugin is not built."));
        }
    }

    public Path payara() {
        return root.resolve("server-config/payara/target/payara6");
    }

    public Path payaraDriver() {
        return root.resolve("server-config/payara/target/mariadb-java-client.jar");
    }

    public Path payaraSettings() {
        return root.resolve("server-config/payara/configure.asadmin");
    }

    /** The unpacked MariaDB, shared by all databases of this checkout. */
    public Path mariaDb() {
        return root.resolve("server-config/dev/target/mariadb");
    }

    public Path mariaDbSettings() {
        return root.resolve("server-config/mariadb/bilet.cnf");
    }

    /** What the development server keeps between runs; outside every {@code target}. */
    public Path data() {
        return root.resolve(".data");
    }

    /** Tells scripts and frontends where the development server listens. */
    public Path devFile() {
        return root.resolve("server-config/target/dev.json");
    }
}
