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
import io.bilet.sla.AlarmQueries;
import io.bilet.sla.AlarmQueries.DueAlarm;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Notices promises that are broken or in danger.
 *
 * <p>Late is as good as on time: a breach is written with the time at which the promise fell due, and once.
 */
@ApplicationScoped
public class SlaTimer implements Recurring, Worker {

    private static final System.Logger LOG = System.getLogger(SlaTimer.class.getName());

    private static final String QUEUE = "sla-alarms";

    private static final int BATCH = 500;

    @Inject
    AlarmQueries alarms;

    @Inject
    WorkQueue work;

    @Inject
    DutyFlow duties;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sla-timer";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        int found;
        do {
            found = Retry.of(() -> work.fill(QUEUE, this::due));
        } while (found > 0);
    }

    private List<NewWork> due() {
        Instant now = clock.instant();
        return alarms.due(QUEUE, now, BATCH).stream()
                .map(alarm -> piece(alarm, now))
                .toList();
    }

    private static NewWork piece(DueAlarm alarm, Instant seen) {
        var payload = StoredJson.object()
                .add("ticket_id", alarm.ticket().toString())
                .add("seen_at", seen.toString())
                .build();
        return NewWork.due(alarm.key(), alarm.ticket().value(), payload.toString());
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
        Retry.run(() -> duties.soundClocks(ticket, seen));
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
        LOG.log(Level.WARNING, () -> "An alarm was put aside: " + item.payload() + ", " + FailureTrace.of(reason));
    }
}
