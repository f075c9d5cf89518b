package io.bilet.routing.rule;

import io.bilet.condition.Check;
import io.bilet.condition.Facts;
import io.bilet.condition.ShownValue;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the rules that did not hold did not hold, in short: for every rule of the set one mark, and each value they
 * looked at once. Fifty rules take a few hundred bytes of a ticket that way; {@link RuleTraceReading} writes them out
 * again.
 *
 * <p>A mark is {@code =} for a rule that has a decision of its own, {@code .} for one that was not asked any more,
 * and else the number of the deciding check, its answer as {@code +} or {@code -}, and the number of the value it
 * saw.
 */
final class RuleTrace {

    /** What a decision that carries a trace is about. */
    static final String SUBJECT = "routing_rule_set";

    static final String ITSELF = "=";
    static final String NOT_ASKED = ".";

    private final List<String> marks = new ArrayList<>();
    private final List<@Nullable String> values = new ArrayList<>();
    private boolean tellsSomething;

    void answeredItself() {
        marks.add(ITSELF);
    }

    void notAsked() {
        marks.add(NOT_ASKED);
        tellsSomething = true;
    }

    /** A rule did not hold, because of this check. */
    void failed(CompiledRule rule, Check deciding, Facts facts) {
        String value =
                ShownValue.of(deciding.field(), facts.value(deciding.field().name()));
        int place = values.indexOf(value);
        if (place < 0) {
            place = values.size();
            values.add(value);
        }
        String answer = deciding.matches(facts) ? "+" : "-";
        marks.add(rule.checks().indexOf(deciding) + answer + place);
        tellsSomething = true;
    }

    boolean tellsSomething() {
        return tellsSomething;
    }

    JsonObject toJson() {
        JsonArrayBuilder seen = StoredJson.array();
        values.forEach(value -> seen.add(StoredJson.text(value)));
        return StoredJson.object()
                .add("marks", String.join(" ", marks))
                .add("values", seen)
                .build();
    }
}
