package io.bilet.routing.rule;

import io.bilet.condition.Check;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionId;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a trace out again: one decision for every rule that did not hold. */
final class RuleTraceReading {

    private RuleTraceReading() {}

    static List<Decision> expand(Decision traced, RuleSet rules) {
        JsonObject trace = traced.evaluation();
        if (trace == null) {
            return List.of();
        }
        String[] marks = trace.getString("marks").split(" ", -1);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < Math.min(marks.length, rules.rules().size()); i++) {
            if (!marks[i].equals(RuleTrace.ITSELF)) {
                decisions.add(decision(traced, rules.rules().get(i), marks[i], trace.getJsonArray("values")));
            }
        }
        return decisions;
    }

    private static Decision decision(Decision traced, CompiledRule rule, String mark, JsonArray values) {
        boolean asked = !mark.equals(RuleTrace.NOT_ASKED);
        return new Decision(
                new DecisionId(derived(traced.id().value(), rule.id().value())),
                traced.ticketId(),
                DecisionKind.ROUTING,
                traced.at(),
                asked ? Outcome.NOT_MATCHED : Outcome.SUPPRESSED,
                new Subject(OpeningRun.RULE, rule.id().toString(), rule.version()),
                List.of(),
                asked ? evaluation(rule, mark, values) : null,
                null);
    }

    private static JsonObject evaluation(CompiledRule rule, String mark, JsonArray values) {
        int answer = Math.max(mark.indexOf('+'), mark.indexOf('-'));
        Check check = rule.checks().get(Integer.parseInt(mark.substring(0, answer)));
        JsonObjectBuilder json = StoredJson.object();
        check.toJson().forEach(json::add);
        return json.add("actual", values.get(Integer.parseInt(mark.substring(answer + 1))))
                .add("result", mark.charAt(answer) == '+')
                .build();
    }

    private static UUID derived(UUID traced, UUID rule) {
        return UUID.nameUUIDFromBytes((traced + " " + rule).getBytes(StandardCharsets.US_ASCII));
    }
}
