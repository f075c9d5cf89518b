package io.bilet.condition;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition answered as it did, node by node.
 *
 * @param op {@code all}, {@code any}, {@code not} or {@code check}
 * @param result null where the answer was settled before this node was looked at
 * @param check the check of a leaf
 * @param actual the fact a check saw, shortened and without personal parts; null when the fact was not known
 */
public record Evaluation(
        String op,
        @Nullable Boolean result,
        @Nullable Check check,
        @Nullable String actual,
        List<Evaluation> children) {

    static Evaluation branch(String op, boolean result, List<Evaluation> children) {
        return new Evaluation(op, result, null, null, children);
    }

    static Evaluation check(Check check, boolean result, @Nullable String actual) {
        return new Evaluation("check", result, check, actual, List.of());
    }

    static Evaluation notLookedAt(Condition condition) {
        if (condition instanceof Check check) {
            return new Evaluation("check", null, check, null, List.of());
        }
        String op = condition instanceof All ? "all" : condition instanceof Any ? "any" : "not";
        return new Evaluation(op, null, null, null, List.of());
    }

    /** A check that comes before any condition and failed, such as that a rule is switched on, as it is shown. */
    public static JsonObject failed(String field) {
        return ofCheck(field, "is", JsonValue.TRUE, "false", false);
    }

    /** Whether it was looked at and this came out. */
    public boolean is(boolean expected) {
        return result != null && result == expected;
    }

    /** A check that was made without a condition, in the form of those that were made by one. */
    public static JsonObject ofCheck(
            String field, String operator, JsonValue expected, @Nullable String actual, @Nullable Boolean result) {
        return StoredJson.object()
                .add("field", field)
                .add("operator", operator)
                .add("value", expected)
                .add("actual", StoredJson.text(actual))
                .add("result", json(result))
                .build();
    }

    /** The form in which decisions keep and show it. */
    public JsonObject toJson() {
        if (check != null) {
            return ofCheck(check.field().name(), check.operator().outside(), check.expected(), actual, result);
        }
        JsonArrayBuilder below = StoredJson.array();
        children.forEach(child -> below.add(child.toJson()));
        return StoredJson.object()
                .add("op", op)
                .add("result", json(result))
                .add("children", below)
                .build();
    }

    private static JsonValue json(@Nullable Boolean result) {
        return result == null ? JsonValue.NULL : result ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
