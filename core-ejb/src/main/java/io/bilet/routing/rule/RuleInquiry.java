package io.bilet.routing.rule;

import io.bilet.condition.Condition;
import io.bilet.condition.Evaluation;
import io.bilet.condition.Facts;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Answers why a rule does not hold for a ticket as it is now; does nothing to it. */
@ApplicationScoped
public class RuleInquiry {

    @Inject
    private RuleSets sets;

    @Inject
    private RoutingRuleRepository rules;

    /**
     * Asks one rule, whole: a rule that is switched off, or cannot be read any more, says so.
     *
     * @throws InvalidInput if there is no such rule
     */
    public JsonObject of(Facts ticket, RoutingRuleId id) {
        Optional<CompiledRule> rule = sets.present().rules().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (rule.isEmpty()) {
            requireKnown(id);
            return Evaluation.failed("rule.active");
        }
        Condition condition = rule.get().condition();
        return condition == null
                ? Evaluation.failed("rule.readable")
                : condition.evaluate(ticket).toJson();
    }

    private void requireKnown(RoutingRuleId id) {
        try {
            rules.get(id);
        } catch (NotFound unknown) {
            throw InvalidInput.unknownReference("/routing_rule_id");
        }
    }
}
