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
import java.util.List;

/** Makes solved tickets final when their time has come. */
@ApplicationScoped
public class ClosingTimer implements Recurring, Worker {

    private static final System.Logger LOG = System.getLogger(ClosingTimer.class.getName());

    private static final String QUEUE = "closing";

    private static final int BATCH = 500;

    @Inject
    ClosingQueries closing;

    @Inject
    WorkQueue work;

    @Inject
    DutyFlow duties;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "closing-timer";
    }

    /** Days pass until a ticket is closed; seconds do not matter. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        int found;
        do {
            found = Retry.of(() -> work.fill(QUEUE, this::due));
        } while (found == BATCH);
    }

    private List<NewWork> due() {
        return closing.due(QUEUE, clock.instant(), BATCH).stream()
                .map(ClosingTimer::piece)
                .toList();
    }

    private static NewWork piece(ClosingQueries.DueTicket due) {
        var payload =
                StoredJson.object().add("ticket_id", due.ticket().toString()).build();
        return NewWork.due(due.key(), due.ticket().value(), payload.toString());
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public void work(WorkItem item) {
        TicketId ticket = TicketId.parse(item.payloadJson().getString("ticket_id"));
        Retry.run(() -> duties.close(ticket));
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
        LOG.log(
                Level.WARNING,
                () -> "A ticket could not be closed: " + item.payload() + ", " + FailureTrace.of(reason));
    }
}
