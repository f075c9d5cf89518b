package io.bilet.rest.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** No threads hold each other up for ever: the one thing that only a restart cures. */
@Liveness
@ApplicationScoped
public class Alive implements HealthCheck {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("threads")
                .status(threads.findDeadlockedThreads() == null)
                .build();
    }
}
