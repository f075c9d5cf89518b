package io.bilet.rest.health;

import io.bilet.platform.work.Crew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** This node is not about to stop. */
@Readiness
@ApplicationScoped
public class WorkReady implements HealthCheck {

    @Inject
    Crew crew;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("work").status(!crew.isStopping()).build();
    }
}
