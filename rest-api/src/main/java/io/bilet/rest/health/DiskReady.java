package io.bilet.rest.health;

import io.bilet.platform.telemetry.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** There is room for files and raw mail: mail is acknowledged only after it was written. */
@Readiness
@ApplicationScoped
public class DiskReady implements HealthCheck {

    /** Below it a burst of large mails could fill the disk before anybody looks. */
    static final double SHARE_MIN = 0.05;

    @Inject
    DiskSpace disk;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("disk")
                .status(disk.left().share() > SHARE_MIN)
                .build();
    }
}
