package io.bilet.routing.rule;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One wording of one rule. */
record RuleRef(RoutingRuleId id, int version) {

    /** Reads the references of a set, in its order. */
    static List<RuleRef> readAll(String rules) {
        return rules.isEmpty()
                ? List.of()
                : Arrays.stream(rules.split(" ")).map(RuleRef::read).toList();
    }

    private static RuleRef read(String ref) {
        int colon = ref.indexOf(':');
        return new RuleRef(
                new RoutingRuleId(UUID.fromString(ref.substring(0, colon))),
                Integer.parseInt(ref.substring(colon + 1)));
    }
}
