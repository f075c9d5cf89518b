package io.bilet.condition;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every child holds; without children always. */
public record All(List<Condition> children) implements Condition {

    /** Applies to everything. */
    public static final All ALWAYS = new All(List.of());

    public All {
        children = List.copyOf(children);
    }

    @Override
    public boolean matches(Facts facts) {
        for (Condition child : children) {
            if (!child.matches(facts)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Evaluation evaluate(Facts facts) {
        return Branches.evaluate("all", children, facts, false);
    }

    @Override
    public @Nullable Check deciding(Facts facts) {
        return Branches.deciding(children, facts, false);
    }

    @Override
    public List<Check> checks() {
        return Branches.checks(children);
    }

    @Override
    public JsonObject toJson() {
        return Branches.toJson("all", children);
    }
}
