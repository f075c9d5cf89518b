package io.bilet.condition;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At least one child holds. */
public record Any(List<Condition> children) implements Condition {

    public Any {
        children = List.copyOf(children);
    }

    @Override
    public boolean matches(Facts facts) {
        for (Condition child : children) {
            if (child.matches(facts)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Evaluation evaluate(Facts facts) {
        return Branches.evaluate("any", children, facts, true);
    }

    @Override
    public @Nullable Check deciding(Facts facts) {
        return Branches.deciding(children, facts, true);
    }

    @Override
    public List<Check> checks() {
        return Branches.checks(children);
    }

    @Override
    public JsonObject toJson() {
        return Branches.toJson("any", children);
    }
}
