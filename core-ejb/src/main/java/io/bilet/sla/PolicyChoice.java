package io.bilet.sla;

import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaPolicyId;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a ticket is under the promises it is under. */
final class PolicyChoice {

    private static final Subject NO_POLICY = Subject.builtIn("sla_policies");

    private PolicyChoice() {}

    /** The ticket came under these terms; {@code before} is what it was promised so far. */
    static Decision decision(TicketId ticket, Optional<Promise> before, SlaTerms terms, Facts facts, Instant at) {
        SlaPolicyId policy = terms.policy();
        Effect effect = Effect.of("policy_id", text(before.map(Promise::policy).orElse(null)), text(policy));
        if (policy == null) {
            return Decision.of(ticket.value(), DecisionKind.SLA, at, Outcome.NOT_MATCHED, NO_POLICY)
                    .with(List.of(effect));
        }
        Subject subject = new Subject("sla_policy", policy.toString(), terms.version());
        return Decision.of(ticket.value(), DecisionKind.SLA, at, Outcome.APPLIED, subject)
                .with(List.of(effect))
                .with(terms.judged(facts));
    }

    private static @Nullable String text(@Nullable SlaPolicyId policy) {
        return policy == null ? null : policy.toString();
    }
}
