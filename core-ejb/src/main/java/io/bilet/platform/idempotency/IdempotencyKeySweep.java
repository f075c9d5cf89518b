package io.bilet.platform.idempotency;

import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets keys whose day is over; harmless on several nodes at once. */
@ApplicationScoped
public class IdempotencyKeySweep implements Recurring {

    /** At most a quarter of a million keys a run; the next one is not far. */
    private static final int SWEEPS_MAX = 50;

    @Inject
    IdempotentCalls calls;

    @Override
    public String name() {
        return "idempotency-key-sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        int sweeps = 0;
        while (sweeps < SWEEPS_MAX && calls.sweep()) {
            sweeps++;
        }
    }
}
