package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** How contracts see whether a call ends when it must. */
final class Deadline {

    /** How long an extension may go on after it was interrupted. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private Deadline() {}

    /** Calls, interrupts after the time-out as the host does, and expects the end within a second. */
    static void endsWithin(Duration timeout, Callable<?> call) throws InterruptedException {
        Thread caller = new Thread(() -> {
            try {
                call.call();
            } catch (Exception expected) {
                Thread.currentThread().interrupt();
            }
        });
        caller.setDaemon(true);

        caller.start();
        caller.join(timeout.toMillis());
        caller.interrupt();
        caller.join(GRACE.toMillis());

        assertThat(caller.isAlive()).as("still runs after its time was up").isFalse();
    }
}
