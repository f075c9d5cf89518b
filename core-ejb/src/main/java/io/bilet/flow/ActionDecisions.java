package io.bilet.flow;

import io.bilet.decision.Decision;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.flow.TicketActions.Refusal;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** How a decision tells what a rule did, and what it could not do. */
final class ActionDecisions {

    private ActionDecisions() {}

    static Outcome outcome(List<Effect> effects, List<Refusal> refused) {
        if (!refused.isEmpty()) {
            return Outcome.FAILED;
        }
        return effects.isEmpty() ? Outcome.SUPPRESSED : Outcome.APPLIED;
    }

    /** {@code judged}: the condition as it was answered; what was refused is told beside it. */
    static Decision of(Decision begun, JsonObject judged, List<Effect> effects, List<Refusal> refused) {
        return begun.with(effects).with(refused.isEmpty() ? judged : with(judged, refused));
    }

    private static JsonObject with(JsonObject judged, List<Refusal> refused) {
        JsonObjectBuilder json = StoredJson.object();
        judged.forEach(json::add);
        JsonArrayBuilder told = StoredJson.array();
        refused.forEach(refusal -> told.add(refusal.toJson()));
        return json.add("refused", told).build();
    }
}
