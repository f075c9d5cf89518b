package io.bilet.automation.trigger;

import io.bilet.condition.Evaluation;
import io.bilet.condition.Facts;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Asks a trigger about a ticket; does nothing to it. */
@ApplicationScoped
public class TriggerInquiry {

    @Inject
    private TriggerRepository triggers;

    @Inject
    private TriggerSets sets;

    /**
     * Asks one trigger, whole: one that is switched off, or cannot be read any more, says so.
     *
     * @throws InvalidInput if there is no such trigger
     */
    public JsonObject of(Facts facts, TriggerId id) {
        Trigger trigger = known(id);
        if (!trigger.listing().isActive()) {
            return Evaluation.failed("rule.active");
        }
        return sets.compiled(trigger)
                .map(one -> one.condition().evaluate(facts).toJson())
                .orElseGet(() -> Evaluation.failed("rule.readable"));
    }

    private Trigger known(TriggerId id) {
        try {
            return triggers.get(id.value());
        } catch (NotFound unknown) {
            throw InvalidInput.unknownReference("/trigger_id");
        }
    }
}
