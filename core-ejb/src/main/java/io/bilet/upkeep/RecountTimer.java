package io.bilet.upkeep;

import io.bilet.platform.work.Recurring;
import io.bilet.routing.LoadQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Counts again, every hour, what agents hold, and says so if the count that routing keeps is wrong. */
@ApplicationScoped
public class RecountTimer implements Recurring {

    private static final System.Logger LOG = System.getLogger(RecountTimer.class.getName());

    @Inject
    private LoadQueries loads;

    @Override
    public String name() {
        return "load-recount";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        loads.miscounted()
                .forEach(wrong -> LOG.log(Level.WARNING, () -> "%s holds %d units of work, but routing counts %d"
                        .formatted(wrong.agent(), wrong.held(), wrong.kept())));
    }
}
