package io.bilet.condition;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all and any have in common: the first child with one certain answer settles it. */
final class Branches {

    private Branches() {}

    static Evaluation evaluate(String op, List<Condition> children, Facts facts, boolean settles) {
        List<Evaluation> seen = new ArrayList<>(children.size());
        boolean settled = false;
        for (Condition child : children) {
            Evaluation evaluation = settled ? Evaluation.notLookedAt(child) : child.evaluate(facts);
            settled = settled || evaluation.is(settles);
            seen.add(evaluation);
        }
        return Evaluation.branch(op, settled == settles, seen);
    }

    static @Nullable Check deciding(List<Condition> children, Facts facts, boolean settles) {
        for (Condition child : children) {
            if (child.matches(facts) == settles) {
                return child.deciding(facts);
            }
        }
        return children.isEmpty() ? null : children.get(0).deciding(facts);
    }

    static List<Check> checks(List<Condition> children) {
        return children.stream().flatMap(child -> child.checks().stream()).toList();
    }

    static JsonObject toJson(String op, List<Condition> children) {
        JsonArrayBuilder array = StoredJson.array();
        children.forEach(child -> array.add(child.toJson()));
        return StoredJson.object().add(op, array).build();
    }
}
