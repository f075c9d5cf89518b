package io.bilet.intake;

import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Files what was accepted and then left behind: by a node that died, or by a failure that may have passed. */
@ApplicationScoped
public class IntakeSweep implements Recurring {

    private static final int BATCH = 50;

    @Inject
    private MailIntake intake;

    @Override
    public String name() {
        return "intake-sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        while (intake.sweep(BATCH) == BATCH) {
            // the next batch waits already
        }
    }
}
