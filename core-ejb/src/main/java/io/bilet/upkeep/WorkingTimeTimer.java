package io.bilet.upkeep;

import io.bilet.people.UserId;
import io.bilet.people.admin.Departures;
import io.bilet.platform.database.Retry;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.Recurring;
import io.bilet.platform.work.WorkQueue;
import io.bilet.routing.Staffing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices whose working time has ended, so that nobody in a chat with them is left alone. */
@ApplicationScoped
public class WorkingTimeTimer implements Recurring {

    @Inject
    Staffing staffing;

    @Inject
    WorkQueue work;

    @Inject
    Clock clock;

    /** Whose working time had ended when last looked; after a start everybody's may just have. */
    private Set<UserId> off = Set.of();

    @Override
    public String name() {
        return "working-time";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Set<UserId> before = off;
        Set<UserId> offNow = new HashSet<>(staffing.present().offAt(now));
        String occasion = "off " + now.truncatedTo(ChronoUnit.MINUTES);
        Retry.run(() -> work.fill(Departures.QUEUE, () -> newlyOff(offNow, before, occasion)));
        off = offNow;
    }

    private static List<NewWork> newlyOff(Set<UserId> offNow, Set<UserId> before, String occasion) {
        return offNow.stream()
                .filter(agent -> !before.contains(agent))
                .map(agent -> Departures.work(agent, occasion, Map.of()))
                .toList();
    }
}
