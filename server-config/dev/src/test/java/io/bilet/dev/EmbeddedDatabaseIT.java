package io.bilet.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {

    private static final int PORT = new Ports(690).database();
    private static final Path HOME = Path.of("target/database-it");

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(new Checkout(Path.of("../..")), HOME, PORT);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void the_settings_bilet_depends_on_are_in_force() throws Exception {
        assertThat(variable("innodb_snapshot_isolation")).isEqualTo("1");
        assertThat(variable("innodb_rollback_on_timeout")).isEqualTo("1");
        assertThat(variable("innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(variable("tx_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(variable("version")).startsWith("11.4.");
    }

    @Test
    void nobody_gets_in_without_the_password() {
        String url = "jdbc:mariadb://127.0.0.1:" + PORT + "/";

        for (String user : new String[] {"root", "bilet", "", "stranger"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
                    .as(user)
                    .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
        }
    }

    @Test
    void only_the_loopback_interface_is_listened_on() throws Exception {
        assertThat(variable("bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void only_their_owner_can_read_the_passwords() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
        assertThat(HOME.resolve("setup.sql")).doesNotExist();
    }

    @Test
    void what_was_committed_survives_a_kill_and_an_empty_schema_forgets_it() throws Exception {
        DatabaseAccess access = database.schema("bilet_kept");
        try (Connection connection = access.connect()) {
            connection.createStatement().execute("CREATE OR REPLACE TABLE kept (id INT)");
            connection.createStatement().execute("INSERT INTO kept VALUES (7)");
        }

        database.kill();
        database.restart();

        assertThat(count(access)).isEqualTo(1);
        database.emptySchema("bilet_kept");
        assertThatThrownBy(() -> count(access)).isInstanceOf(SQLException.class);
    }

    private static int count(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String variable(String name) throws SQLException {
        try (Connection connection = database.administrator();
                ResultSet rows = connection.createStatement().executeQuery("SELECT @@" + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
