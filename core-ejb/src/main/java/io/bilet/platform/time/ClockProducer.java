package io.bilet.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one source of business time. Leases and due work are judged by the database's clock instead, so that nodes whose
 * clocks differ still agree.
 */
@ApplicationScoped
public class ClockProducer {

    @Inject
    @ConfigProperty(name = "bilet.clock.offset", defaultValue = "PT0S")
    Duration offset;

    /** UTC, in whole microseconds as the database keeps them; moved by {@code bilet.clock.offset} in rehearsals. */
    @Produces
    @ApplicationScoped
    public BusinessClock clock() {
        Clock micros = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
        return new BusinessClock(Clock.offset(micros, offset));
    }
}
