package io.bilet.rest.health;

import io.bilet.platform.key.InstanceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The installation's secrets are there: without them no reply address and no cursor could be signed. */
@Readiness
@ApplicationScoped
public class KeysReady implements HealthCheck {

    private static final byte[] NOTHING = {};

    @Inject
    InstanceKeys keys;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys").status(canSign()).build();
    }

    private boolean canSign() {
        try {
            return keys.sign("readiness", NOTHING).length > 0;
        } catch (RuntimeException e) {
            return false; // kept in the database, whose own check says more
        }
    }
}
