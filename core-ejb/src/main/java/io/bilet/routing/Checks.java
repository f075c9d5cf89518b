package io.bilet.routing;

import io.bilet.condition.Evaluation;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What routing asks of an agent, written as conditions are when they are judged. */
final class Checks {

    private final List<JsonObject> children = new ArrayList<>();
    private boolean result = true;

    /** A single check that did not hold. */
    static JsonObject failed(String field, String expected, @Nullable String actual) {
        return check(field, "is", expected, actual, false);
    }

    Checks is(String field, String expected, @Nullable String actual) {
        return add(check(field, "is", expected, actual, expected.equals(actual)), expected.equals(actual));
    }

    Checks isNot(String field, String unwanted, @Nullable String actual) {
        return add(check(field, "is_not", unwanted, actual, !unwanted.equals(actual)), !unwanted.equals(actual));
    }

    Checks atLeast(String field, int expected, int actual) {
        return add(check(field, "at_least", "" + expected, "" + actual, actual >= expected), actual >= expected);
    }

    /** Something else was judged that must hold as well. */
    Checks add(JsonObject judged, boolean holds) {
        children.add(judged);
        result &= holds;
        return this;
    }

    boolean result() {
        return result;
    }

    JsonObject toJson() {
        JsonArrayBuilder all = StoredJson.array();
        children.forEach(all::add);
        return StoredJson.object()
                .add("op", "all")
                .add("result", result)
                .add("children", all)
                .build();
    }

    private static JsonObject check(
            String field, String operator, String expected, @Nullable String actual, boolean result) {
        return Evaluation.ofCheck(field, operator, StoredJson.text(expected), actual, result);
    }
}
