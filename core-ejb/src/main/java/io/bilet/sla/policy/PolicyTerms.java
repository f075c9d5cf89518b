package io.bilet.sla.policy;

import io.bilet.condition.Condition;
import io.bilet.schedule.ScheduleId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To which tickets a policy applies, and what it promises them.
 *
 * @param schedule whose open hours are business time; null for all hours
 * @param targets a metric or priority that is missing is only measured
 * @param pauses the statuses in which a metric's clock rests although the ticket is not solved, beside those in which
 *     it always does
 */
public record PolicyTerms(
        Condition condition,
        @Nullable ScheduleId schedule,
        Map<SlaMetric, Map<TicketPriority, SlaTarget>> targets,
        Map<SlaMetric, Set<TicketStatus>> pauses,
        List<WarningStep> warnings) {

    public @Nullable SlaTarget target(SlaMetric metric, TicketPriority priority) {
        return targets.getOrDefault(metric, Map.of()).get(priority);
    }

    /** Whether anything is promised about the metric, of whatever priority the ticket is. */
    public boolean promise(SlaMetric metric) {
        return targets.containsKey(metric);
    }

    public boolean rests(SlaMetric metric, TicketStatus status) {
        return metric.restsIn(status) || pauses.getOrDefault(metric, Set.of()).contains(status);
    }
}
