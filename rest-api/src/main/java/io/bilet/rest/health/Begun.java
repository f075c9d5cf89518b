package io.bilet.rest.health;

import io.bilet.platform.work.Pulse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The schema is up to date and the recurring duties have begun: from here on the other checks say how it is. */
@Startup
@ApplicationScoped
public class Begun implements HealthCheck {

    @Inject
    Pulse pulse;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(pulse.hasBegun()).build();
    }
}
