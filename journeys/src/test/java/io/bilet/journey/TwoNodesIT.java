package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.dev.Tokens;
import io.bilet.dev.WildFlyServer;
import java.sql.Connection;
import java.sql.ResultSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nodes")
class TwoNodesIT {

    @Test
    void two_nodes_that_start_at_once_make_one_schema_and_know_each_others_tokens() throws Exception {
        try (Installation desk = Installation.of("together")) {
            WildFlyServer one = desk.launch("one");
            WildFlyServer two = desk.launch("two");
            desk.ready(one);
            desk.ready(two);

            assertThat(failedMigrations(desk)).isZero();
            Tokens tokens = desk.furnish(one);
            assertThat(DeskDriver.at(two.api(), tokens.agent("mira"))
                            .get("me")
                            .getJsonObject("user")
                            .getString("name"))
                    .isEqualTo("Mira Yılmaz");
        }
    }

    private static int failedMigrations(Installation desk) throws Exception {
        try (Connection connection = desk.database().connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*) - COUNT(DISTINCT version, IF(success, 1, NULL))"
                                + " FROM flyway_schema_history WHERE version IS NOT NULL")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
