package io.bilet.decision;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to the question why.
 *
 * @param ticketId the ticket's {@code TicketId}
 * @param evaluation the condition as it was judged, node by node
 * @param candidates everybody who was looked at; for assignments
 */
public record Decision(
        DecisionId id,
        UUID ticketId,
        DecisionKind kind,
        Instant at,
        Outcome outcome,
        Subject subject,
        List<Effect> effects,
        @Nullable JsonObject evaluation,
        @Nullable Candidates candidates) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** A new decision without effects or reasons yet. */
    public static Decision of(UUID ticketId, DecisionKind kind, Instant at, Outcome outcome, Subject subject) {
        return new Decision(DecisionId.next(), ticketId, kind, at, outcome, subject, List.of(), null, null);
    }

    public Decision with(List<Effect> changed) {
        return new Decision(id, ticketId, kind, at, outcome, subject, changed, evaluation, candidates);
    }

    public Decision with(JsonObject judged) {
        return new Decision(id, ticketId, kind, at, outcome, subject, effects, judged, candidates);
    }

    public Decision with(Candidates lookedAt) {
        return new Decision(id, ticketId, kind, at, outcome, subject, effects, evaluation, lookedAt);
    }
}
