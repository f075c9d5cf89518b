package io.bilet.rest.health;

import io.bilet.platform.telemetry.DatabaseProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database is there and takes changes; that it is migrated is why this application runs at all. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final Logger LOG = System.getLogger(DatabaseReady.class.getName());

    @Inject
    DatabaseProbe database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(takesChanges()).build();
    }

    private boolean takesChanges() {
        try {
            return database.takesChanges();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The database does not answer.", e);
            return false;
        }
    }
}
