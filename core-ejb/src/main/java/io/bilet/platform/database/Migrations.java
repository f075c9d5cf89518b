package io.bilet.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts. Nodes that start together wait for each other's lock, and a
 * node that starts before its database waits for that.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    private static final Duration DATABASE_MAX = Duration.ofMinutes(1);

    /** A change of a large table, or another node's, takes its time. */
    private static final Duration STEP_MAX = Duration.ofHours(2);

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        awaitDatabase();
        Flyway.configure(getClass().getClassLoader())
                .dataSource(new Patience(STEP_MAX).with(dataSource))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void awaitDatabase() {
        long deadline = System.nanoTime() + DATABASE_MAX.toNanos();
        while (!answers() && System.nanoTime() < deadline) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer yet.");
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
