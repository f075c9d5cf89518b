package io.bilet.rest.automation;

import io.bilet.api.v1.model.AutomationTime;
import io.bilet.api.v1.model.NewAutomation;
import io.bilet.automation.RuleDraft;
import io.bilet.automation.timed.Automation;
import io.bilet.automation.timed.AutomationAdmin.Draft;
import io.bilet.automation.timed.Delay.Counts;
import io.bilet.decision.RuleRecord;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Automations as the API shows and takes them. */
final class AutomationJson {

    private AutomationJson() {}

    static io.bilet.api.v1.model.Automation of(Automation automation, RuleRecord did) {
        return of(automation).recent(RuleJson.of(did));
    }

    static io.bilet.api.v1.model.Automation of(Automation automation) {
        return new io.bilet.api.v1.model.Automation()
                .id(automation.id().toString())
                .name(automation.listing().name())
                .category(automation.category().orElse(null))
                .position(automation.listing().position())
                .active(automation.listing().isActive())
                .condition(automation.condition())
                .delay(automation.delay().length().toString())
                .counts(AutomationTime.fromValue(Wire.of(automation.delay().counts())))
                .actions(RuleJson.actions(automation))
                .createdAt(automation.listing().createdAt())
                .updatedAt(automation.listing().updatedAt())
                .version(automation.version());
    }

    static Draft toDraft(NewAutomation body) {
        var rule = new RuleDraft(
                body.getName(),
                body.getCategory(),
                body.getPosition(),
                body.getActive(),
                body.getCondition(),
                RuleJson.toJson(body.getActions()));
        return new Draft(
                rule,
                body.getDelay(),
                body.getCounts() == null ? null : counts(body.getCounts().value()));
    }

    static Draft toDraft(JsonObject patch) {
        return new Draft(
                RuleJson.toDraft(patch), patch.getString("delay", null), counts(patch.getString("counts", null)));
    }

    private static @Nullable Counts counts(@Nullable String word) {
        return word == null ? null : Wire.read(Counts.class, word, "/counts");
    }
}
