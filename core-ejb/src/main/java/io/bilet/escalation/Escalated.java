package io.bilet.escalation;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketEvent;
import jakarta.json.JsonObject;

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
    public boolean asksExperts() {
        return escalation.isUp();
    }

    @Override
    public boolean expertsAnswered() {
        return !escalation.isUp();
    }
}
