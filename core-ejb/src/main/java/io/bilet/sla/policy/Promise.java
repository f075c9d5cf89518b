package io.bilet.sla.policy;

import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a policy promises about one metric of a ticket of one priority.
 *
 * @param policy null if no policy applies
 * @param version of the policy; 0 if none applies
 * @param target positive; null if nothing is promised and the clock only measures
 * @param warnings when to warn, in any order
 */
public record Promise(
        @Nullable SlaPolicyId policy,
        int version,
        TicketPriority priority,
        @Nullable Duration target,
        Pace pace,
        List<WarningStep> warnings) {

    /** The same promise with these warnings. */
    Promise warning(List<WarningStep> steps) {
        return new Promise(policy, version, priority, target, pace, steps);
    }

    /** Whether nothing at all differs that a ledger tells. */
    public boolean isSameAs(Promise other) {
        return Objects.equals(policy, other.policy)
                && version == other.version
                && priority == other.priority
                && fallsDueLike(other);
    }

    /** Whether the same time gives the same due time. */
    public boolean fallsDueLike(Promise other) {
        return Objects.equals(target, other.target)
                && pace.kind() == other.pace.kind()
                && pace.sharesSchedule(other.pace);
    }
}
