package io.bilet.upkeep;

import io.bilet.flow.DutyFlow;
import io.bilet.platform.database.Retry;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.Recurring;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.platform.work.Worker;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings snoozed tickets back when their time has come, and notices promises whose time has passed. */
@ApplicationScoped
public class SnoozeTimer implements Recurring, Worker {

    private static final System.Logger LOG = System.getLogger(SnoozeTimer.class.getName());

    private static final String QUEUE = "snoozes";

    private static final int BATCH = 500;

    @Inject
    SnoozeQueries snoozes;

    @Inject
    WorkQueue work;

    @Inject
    DutyFlow duties;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "snooze-timer";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        int found;
        do {
            found = Retry.of(() -> work.fill(QUEUE, this::due));
        } while (found == BATCH);
    }

    private List<NewWork> due() {
        Instant now = clock.instant();
        return snoozes.due(QUEUE, now, BATCH).stream()
                .map(ticket -> piece(ticket, now))
                .toList();
    }

    private static NewWork piece(SnoozeQueries.DueTicket due, Instant seen) {
        var payload = StoredJson.object()
                .add("ticket_id", due.ticket().toString())
                .add("seen_at", seen.toString())
                .build();
        return NewWork.due(due.key(), due.ticket().value(), payload.toString());
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public void work(WorkItem item) {
        var payload = item.payloadJson();
        TicketId ticket = TicketId.parse(payload.getString("ticket_id"));
        Instant seen = Instant.parse(payload.getString("seen_at"));
        Retry.run(() -> duties.keepSnooze(ticket, seen));
    }

    @Override
    public int attemptsMax() {
        return Patience.ATTEMPTS_MAX;
    }

    @Override
    public Duration pause(int attempt) {
        return Patience.pause(attempt);
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(Level.WARNING, () -> "A snooze was put aside: " + item.payload() + ", " + FailureTrace.of(reason));
    }
}
