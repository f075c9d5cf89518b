package io.bilet.upkeep;

import io.bilet.automation.timed.AutomationAdmin;
import io.bilet.automation.timed.AutomationId;
import io.bilet.flow.AutomationFlow;
import io.bilet.platform.database.Retry;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.Worker;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Arms an automation that was written or changed on the tickets that are there, some at a time, and removes the timers
 * it had before. Begun again it changes nothing that is done already.
 */
@ApplicationScoped
public class ArmingWorker implements Worker {

    private static final System.Logger LOG = System.getLogger(ArmingWorker.class.getName());

    private static final int PAGE = 200;

    private static final int SWEEP = 1_000;

    private static final int ATTEMPTS_MAX = 5;

    @Inject
    AutomationFlow automations;

    @Override
    public String queue() {
        return AutomationAdmin.ARMING;
    }

    @Override
    public void work(WorkItem item) {
        AutomationId rule = AutomationId.parse(item.payloadJson().getString("automation_id"));
        int arming = item.payloadJson().getInt("arming");
        Optional<TicketId> last = Optional.empty();
        do {
            Optional<TicketId> after = last;
            last = Retry.of(() -> automations.arm(rule, after, PAGE));
        } while (last.isPresent());
        while (Retry.of(() -> automations.sweep(rule, arming, SWEEP)) == SWEEP) {
            LOG.log(Level.DEBUG, () -> "Removed timers of an earlier wording of " + rule);
        }
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    @Override
    public Duration pause(int attempt) {
        return Duration.ofSeconds(10).multipliedBy(attempt);
    }

    /** Long enough for the tickets of years. */
    @Override
    public Duration lease() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void putAside(WorkItem item, Exception reason) {
        LOG.log(Level.WARNING, () -> "Gave up arming " + item.payload() + ": " + FailureTrace.of(reason));
    }
}
