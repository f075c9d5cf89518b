package io.bilet.routing.rule;

import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in one of its wordings, ready to be asked.
 *
 * @param condition null if it cannot be read any more, because a field it asks about is gone
 * @param checks those of the condition, in the order in which it is written
 */
record CompiledRule(
        RoutingRuleId id, int version, @Nullable Condition condition, List<Check> checks, RuleEffects effects) {

    static CompiledRule of(RoutingRuleId id, int version, @Nullable Condition condition, RuleEffects effects) {
        return new CompiledRule(id, version, condition, condition == null ? List.of() : condition.checks(), effects);
    }
}
