package io.bilet.dev;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real MariaDB on the loopback interface, with the settings Bilet asks for, passwords for everybody and no anonymous
 * users. Its data stays in its home directory until somebody deletes it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    private final Path binaries;
    private final Path settings;
    private final Path home;
    private final int port;
    private final DatabasePasswords passwords;
    private ServerProcess process;

    private EmbeddedDatabase(Checkout checkout, Path home, int port) throws IOException, InterruptedException {
        this.binaries = checkout.mariaDb();
        this.settings = checkout.mariaDbSettings();
        this.home = home.toAbsolutePath();
        this.port = port;
        this.passwords = DatabasePasswords.keptIn(home.resolve("passwords.properties"));
        this.process = launch();
    }

    /** Starts a database whose files lie in the home directory; lays them out when there are none. */
    public static EmbeddedDatabase start(Checkout checkout, Path home, int port)
            throws IOException, InterruptedException {
        try {
            Files.createDirectories(home);
            MariaDbBinaries.prepare(checkout.mariaDb(), home.toAbsolutePath().resolve("data"));
        } catch (ManagedProcessException e) {
            throw new IOException("MariaDB could not be installed in " + home, e);
        }
        return new EmbeddedDatabase(checkout, home, port);
    }

    /** Access to a schema, which is made when it is not there. */
    public DatabaseAccess schema(String name) throws SQLException {
        if (!name.startsWith(DatabasePasswords.USER)) {
            throw new IllegalArgumentException("A schema's name begins with " + DatabasePasswords.USER + ": " + name);
        }
        administer("CREATE DATABASE IF NOT EXISTS " + name);
        return new DatabaseAccess(url(name), DatabasePasswords.USER, passwords.application());
    }

    /** Access to a schema with nothing in it. */
    public DatabaseAccess emptySchema(String name) throws SQLException {
        administer("DROP DATABASE IF EXISTS " + name);
        return schema(name);
    }

    /** Executes one statement with all rights. */
    public void administer(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection with all rights, in no schema. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url(""), "root", passwords.root());
    }

    public long pid() {
        return process.pid();
    }

    public void kill() {
        process.kill();
    }

    public void freeze() throws IOException, InterruptedException {
        process.freeze();
    }

    public void thaw() throws IOException, InterruptedException {
        process.thaw();
    }

    public void stop() {
        process.stop(STOP_MAX);
    }

    /** Starts the database again after it was stopped or killed. */
    public void restart() throws IOException, InterruptedException {
        if (process.alive()) {
            stop();
        }
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private ServerProcess launch() throws IOException, InterruptedException {
        Path setup = home.resolve("setup.sql");
        FileTree.writePrivately(setup, passwords.setup());
        ServerProcess started =
                ServerProcess.start("MariaDB", command(setup), libraries(), home.resolve("mariadb.log"));
        started.awaitReady(START_MAX, this::answers);
        Files.delete(setup);
        return started;
    }

    private List<String> command(Path setup) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--defaults-file=" + settings,
                "--basedir=" + binaries,
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("data"),
                "--init-file=" + setup,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // It would make itself a certificate first, which takes up to twenty seconds.
                "--ssl=OFF",
                // Relative to the data directory: an absolute path may be too long for a socket.
                "--socket=mariadb.sock"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private Map<String, String> libraries() {
        Path libraries = binaries.resolve("libs");
        return Files.isDirectory(libraries)
                ? Map.of("LD_LIBRARY_PATH", libraries.toString(), "DYLD_FALLBACK_LIBRARY_PATH", libraries.toString())
                : Map.of();
    }

    private boolean answers() {
        try (Connection connection = administrator()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }
}
