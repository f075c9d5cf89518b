package io.bilet.routing.rule;

import java.util.List;

/**
 * The rules that are asked together, in order.
 *
 * @param version 0 as long as there was never a rule
 */
record RuleSet(int version, List<CompiledRule> rules) {

    RuleSet {
        rules = List.copyOf(rules);
    }
}
