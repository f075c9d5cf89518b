package io.bilet.upkeep;

import io.bilet.platform.database.Retry;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.Recurring;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.platform.work.Worker;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Does something about tickets when its time has come: looks again and again for what is due, takes it down as work,
 * and does that work piece by piece. Every node looks; each piece is done by one of them.
 */
abstract class TicketTimer implements Recurring, Worker {

    private static final System.Logger LOG = System.getLogger(TicketTimer.class.getName());

    private static final int BATCH = 500;

    /** With the pauses in between, tries go on for about 20 minutes. */
    private static final int ATTEMPTS_MAX = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    @Inject
    WorkQueue work;

    @Inject
    Clock clock;

    /** Up to {@code limit} tickets about which something is to be done, without those in hand; longest due first. */
    abstract List<DueTicket> due(Instant now, int limit);

    /** Does what is due about a ticket, outside any transaction; {@code seen} is when somebody saw that it was. */
    abstract void attend(TicketId ticket, Instant seen);

    @Override
    public void run() {
        int found;
        do {
            found = Retry.of(() -> work.fill(queue(), this::due));
        } while (found > 0);
    }

    private List<NewWork> due() {
        Instant now = clock.instant();
        return due(now, BATCH).stream().map(due -> piece(due, now)).toList();
    }

    private static NewWork piece(DueTicket due, Instant seen) {
        var payload = StoredJson.object()
                .add("ticket_id", due.ticket().toString())
                .add("seen_at", seen.toString())
                .build();
        return NewWork.due(due.key(), due.ticket().value(), payload.toString());
    }

    @Override
    public void work(WorkItem item) {
        var payload = item.payloadJson();
        TicketId ticket = TicketId.parse(payload.getString("ticket_id"));
        Instant seen = Instant.parse(payload.getString("seen_at"));
        Retry.run(() -> attend(ticket, seen));
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    @Override
    public Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(attempt - 1, 3)));
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(
                Level.WARNING,
                () -> "Put aside in " + queue() + ": " + item.payload() + ", " + FailureTrace.of(reason));
    }
}
