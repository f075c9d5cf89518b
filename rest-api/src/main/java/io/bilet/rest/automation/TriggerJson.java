package io.bilet.rest.automation;

import io.bilet.api.v1.model.NewTrigger;
import io.bilet.automation.RuleDraft;
import io.bilet.automation.trigger.Trigger;
import io.bilet.decision.RuleRecord;

/** Triggers as the API shows and takes them. */
final class TriggerJson {

    private TriggerJson() {}

    static io.bilet.api.v1.model.Trigger of(Trigger trigger, RuleRecord did) {
        return of(trigger).recent(RuleJson.of(did));
    }

    static io.bilet.api.v1.model.Trigger of(Trigger trigger) {
        return new io.bilet.api.v1.model.Trigger()
                .id(trigger.id().toString())
                .name(trigger.listing().name())
                .category(trigger.category().orElse(null))
                .position(trigger.listing().position())
                .active(trigger.listing().isActive())
                .condition(trigger.condition())
                .actions(RuleJson.actions(trigger))
                .createdAt(trigger.listing().createdAt())
                .updatedAt(trigger.listing().updatedAt())
                .version(trigger.version());
    }

    static RuleDraft toDraft(NewTrigger body) {
        return new RuleDraft(
                body.getName(),
                body.getCategory(),
                body.getPosition(),
                body.getActive(),
                body.getCondition(),
                RuleJson.toJson(body.getActions()));
    }
}
