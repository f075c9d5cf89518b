package io.bilet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsIT {

    @Test
    void our_own_server_lacks_only_what_tests_do_without() {
        assertThat(DatabaseSettings.missing(present()))
                .containsExactly("innodb_flush_log_at_trx_commit = 1; what was acknowledged may be lost");
    }

    @ParameterizedTest
    @CsvSource({
        "innodb_snapshot_isolation, OFF",
        "innodb_rollback_on_timeout, OFF",
        "sql_mode, NO_ENGINE_SUBSTITUTION",
        "max_allowed_packet, 16777216",
    })
    void what_is_set_otherwise_is_named(String variable, String value) {
        Map<String, String> variables = present();
        variables.put("innodb_flush_log_at_trx_commit", "1");
        variables.put(variable, value);

        assertThat(DatabaseSettings.missing(variables))
                .singleElement()
                .asString()
                .contains(variable);
    }

    @Test
    void a_setting_an_older_server_does_not_know_is_missing_too() {
        Map<String, String> variables = present();
        variables.remove("innodb_snapshot_isolation");

        assertThat(DatabaseSettings.missing(variables)).anyMatch(missing -> missing.contains("snapshot"));
    }

    private static Map<String, String> present() {
        return TestDatabase.inTransaction(
                () -> new HashMap<>(new Beans().get(SettingsQueries.class).variables()));
    }
}
