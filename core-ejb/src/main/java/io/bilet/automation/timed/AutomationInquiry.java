package io.bilet.automation.timed;

import io.bilet.condition.Evaluation;
import io.bilet.condition.Facts;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Asks an automation about a ticket; does nothing to it. */
@ApplicationScoped
public class AutomationInquiry {

    @Inject
    private AutomationRepository automations;

    @Inject
    private AutomationSets sets;

    /**
     * Asks one automation, whole: one that is switched off, or cannot be read any more, says so.
     *
     * @throws InvalidInput if there is no such automation
     */
    public JsonObject of(Facts facts, AutomationId id) {
        Automation automation = known(id);
        if (!automation.listing().isActive()) {
            return Evaluation.failed("rule.active");
        }
        return sets.compiled(automation)
                .map(one -> one.condition().evaluate(facts).toJson())
                .orElseGet(() -> Evaluation.failed("rule.readable"));
    }

    private Automation known(AutomationId id) {
        try {
            return automations.get(id.value());
        } catch (NotFound unknown) {
            throw InvalidInput.unknownReference("/automation_id");
        }
    }
}
