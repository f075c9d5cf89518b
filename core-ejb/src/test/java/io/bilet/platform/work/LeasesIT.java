package io.bilet.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeasesIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String duty = "duty-" + UUID.randomUUID();
    private final Leases leases = new Beans().get(Leases.class);

    @Test
    void a_duty_is_one_nodes_until_its_lease_runs_out() throws SQLException {
        assertThat(leases.take(duty, MINUTE)).isTrue();
        assertThat(leases.take(duty, MINUTE)).isTrue();

        change("UPDATE lease SET holder = 'another' WHERE name = ?");
        assertThat(leases.take(duty, MINUTE)).isFalse();

        change("UPDATE lease SET leased_until = '1970-01-01' WHERE name = ?");
        assertThat(leases.take(duty, MINUTE)).isTrue();
    }

    @Test
    void a_lease_is_written_anew_when_half_of_it_is_over() throws SQLException {
        leases.take(duty, MINUTE);
        change("UPDATE lease SET leased_until = UTC_TIMESTAMP(6) + INTERVAL 40 SECOND WHERE name = ?");
        leases.take(duty, MINUTE);
        assertThat(secondsLeft()).isBetween(30, 40);

        change("UPDATE lease SET leased_until = UTC_TIMESTAMP(6) + INTERVAL 20 SECOND WHERE name = ?");
        leases.take(duty, MINUTE);
        assertThat(secondsLeft()).isGreaterThan(40);
    }

    @Test
    void who_lost_the_duty_meanwhile_is_refused_at_the_end() throws SQLException {
        leases.take(duty, MINUTE);
        leases.requireHeld(duty);

        change("UPDATE lease SET holder = 'another', fence = fence + 1 WHERE name = ?");

        assertThatThrownBy(() -> leases.requireHeld(duty)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void a_node_that_stops_lets_others_in_at_once() throws SQLException {
        leases.take(duty, MINUTE);

        leases.giveBackAll();

        assertThat(held()).isFalse();
    }

    private int secondsLeft() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                var query = connection.prepareStatement(
                        "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), leased_until) FROM lease WHERE name = ?")) {
            query.setString(1, duty);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private boolean held() throws SQLException {
        try (Connection connection = TestDatabase.connect();
                var query = connection.prepareStatement(
                        "SELECT leased_until >= UTC_TIMESTAMP(6) FROM lease WHERE name = ?")) {
            query.setString(1, duty);
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, duty);
            update.executeUpdate();
        }
    }
}
