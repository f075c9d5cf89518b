package io.bilet.escalation;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Experts;
import io.bilet.ticket.TicketEvent;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The ticket went to another tier; who owns it then, the next entries of its record say. */
public record Escalated(Escalation escalation) implements TicketEvent.Passage {

    @Override
    public String type() {
        return escalation.isUp() ? "ticket.escalated" : "ticket.deescalated";
    }

    @Override
    public JsonObject data() {
        var json = StoredJson.object()
                .add("escalation_id", escalation.id().toString())
                .add("from_tier", escalation.fromTier())
                .add("to_tier", escalation.toTier())
                .add("to_group_id", escalation.toGroup().toString())
                .add("reason", escalation.reason());
        escalation.tried().ifPresent(tried -> json.add("tried", tried));
        escalation.outcome().ifPresent(outcome -> json.add("outcome", Wire.of(outcome)));
        return json.build();
    }

    @Override
    public Optional<Experts> asks() {
        return escalation.isUp() ? Optional.of(Experts.TIER) : Optional.empty();
    }

    @Override
    public Optional<Experts> answers() {
        return escalation.outcome().filter(outcome -> !outcome.isBounce()).map(answered -> Experts.TIER);
    }

    @Override
    public Optional<Experts> refuses() {
        return escalation.outcome().filter(EpisodeOutcome::isBounce).map(bounced -> Experts.TIER);
    }
}
