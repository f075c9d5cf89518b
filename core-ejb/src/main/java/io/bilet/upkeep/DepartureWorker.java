package io.bilet.upkeep;

import io.bilet.flow.RerouteFlow;
import io.bilet.people.UserId;
import io.bilet.people.admin.Departures;
import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.Worker;
import io.bilet.routing.HeldQueries;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Looks through what agents hold who went away, left or know less than before; each ticket by itself. */
@ApplicationScoped
public class DepartureWorker implements Worker {

    private static final System.Logger LOG = System.getLogger(DepartureWorker.class.getName());

    private static final int ATTEMPTS_MAX = 6;

    @Inject
    HeldQueries held;

    @Inject
    RerouteFlow flow;

    @Override
    public String queue() {
        return Departures.QUEUE;
    }

    @Override
    public void work(WorkItem item) {
        var payload = item.payloadJson();
        UserId agent = Departures.agent(payload);
        for (TicketId ticket : held.by(agent)) {
            Retry.run(() -> flow.reroute(ticket, agent, Departures.lost(payload)));
        }
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    @Override
    public Duration pause(int attempt) {
        return Duration.ofSeconds(5L << Math.min(attempt, 6));
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(Level.WARNING, () -> "Put aside: " + item.payload() + ", " + FailureTrace.of(reason));
    }
}
