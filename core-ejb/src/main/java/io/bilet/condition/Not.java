package io.bilet.condition;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The child does not hold. */
public record Not(Condition child) implements Condition {

    @Override
    public boolean matches(Facts facts) {
        return !child.matches(facts);
    }

    @Override
    public Evaluation evaluate(Facts facts) {
        Evaluation evaluation = child.evaluate(facts);
        return Evaluation.branch("not", !evaluation.is(true), List.of(evaluation));
    }

    @Override
    public @Nullable Check deciding(Facts facts) {
        return child.deciding(facts);
    }

    @Override
    public List<Check> checks() {
        return child.checks();
    }

    @Override
    public JsonObject toJson() {
        return StoredJson.object().add("not", child.toJson()).build();
    }
}
