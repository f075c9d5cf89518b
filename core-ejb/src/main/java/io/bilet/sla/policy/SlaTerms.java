package io.bilet.sla.policy;

import io.bilet.condition.All;
import io.bilet.condition.Facts;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy, ready for use.
 *
 * @param policy null if no policy applies
 * @param hours the open hours of its schedule
 */
public record SlaTerms(@Nullable SlaPolicyId policy, int version, WorkingHours hours, PolicyTerms terms) {

    /** No policy applies: clocks measure, nothing falls due. */
    public static final SlaTerms NONE = new SlaTerms(
            null, 0, WorkingHours.always(), new PolicyTerms(All.ALWAYS, null, Map.of(), Map.of(), List.of()));

    public boolean applyTo(Facts ticket) {
        return terms.condition().matches(ticket);
    }

    /** Why they apply to a ticket, node by node. */
    public JsonObject judged(Facts ticket) {
        return terms.condition().evaluate(ticket).toJson();
    }

    /** Whether the promise is one of these terms. */
    public boolean made(Promise promise) {
        return Objects.equals(policy, promise.policy()) && version == promise.version();
    }

    public Promise promise(SlaMetric metric, TicketPriority priority) {
        SlaTarget target = terms.target(metric, priority);
        Duration time = target == null ? null : target.time();
        TimeKind kind = target == null ? TimeKind.CALENDAR : target.kind();
        return new Promise(policy, version, priority, time, new Pace(kind, terms.schedule(), hours), terms.warnings());
    }

    /** Whether they promise anything about the metric, of whatever priority the ticket is. */
    public boolean promise(SlaMetric metric) {
        return terms.promise(metric);
    }

    public boolean rests(SlaMetric metric, TicketStatus status) {
        return terms.rests(metric, status);
    }
}
