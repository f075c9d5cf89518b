package io.bilet.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says at the start which settings of the database server are not as Bilet asks, each with what it puts at risk. They
 * are listed in {@code server-config/mariadb}.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseSettings {

    private static final Logger LOG = System.getLogger(DatabaseSettings.class.getName());

    private static final long PACKET_BYTES_MIN = 64L << 20;

    @Inject
    private SettingsQueries settings;

    @PostConstruct
    void check() {
        missing(settings.variables())
                .forEach(missing -> LOG.log(Level.WARNING, () -> "The database server should have " + missing));
    }

    /** What is not as it should be, in words; {@code variables} by their lower-case names. */
    static List<String> missing(Map<String, String> variables) {
        List<String> missing = new ArrayList<>();
        require(variables, "innodb_flush_log_at_trx_commit", "1", "what was acknowledged may be lost", missing);
        require(variables, "innodb_snapshot_isolation", "ON", "changes may overwrite each other", missing);
        require(variables, "innodb_rollback_on_timeout", "ON", "half a change may be kept", missing);
        if (!variables.getOrDefault("sql_mode", "").contains("STRICT_TRANS_TABLES")) {
            missing.add("STRICT_TRANS_TABLES in sql_mode; values may be cut");
        }
        if (Long.parseLong(variables.getOrDefault("max_allowed_packet", "0")) < PACKET_BYTES_MIN) {
            missing.add("max_allowed_packet = 64M; large mail may be refused");
        }
        return missing;
    }

    private static void require(
            Map<String, String> variables, String name, String value, String risk, List<String> missing) {
        if (!value.equals(variables.get(name))) {
            missing.add(name + " = " + value + "; " + risk);
        }
    }
}
