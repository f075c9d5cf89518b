package io.bilet.condition;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The meaning of a condition, written down a second time as plainly as possible. */
final class NaiveOracle {

    private static final List<String> LEVELS = List.of("low", "normal", "high", "urgent");

    private NaiveOracle() {}

    static boolean matches(JsonObject node, Map<String, Object> facts) {
        if (node.containsKey("all")) {
            return node.getJsonArray("all").stream().allMatch(child -> matches(child.asJsonObject(), facts));
        }
        if (node.containsKey("any")) {
            return node.getJsonArray("any").stream().anyMatch(child -> matches(child.asJsonObject(), facts));
        }
        if (node.containsKey("not")) {
            return !matches(node.getJsonObject("not"), facts);
        }
        Object actual = facts.get(node.getString("field"));
        return holds(node.getString("operator"), actual, node.getOrDefault("value", JsonValue.NULL));
    }

    private static boolean holds(String operator, @Nullable Object actual, JsonValue value) {
        boolean absent = actual == null || actual.equals(List.of());
        return switch (operator) {
            case "present" -> absent == value.equals(JsonValue.FALSE);
            case "is_not" -> absent || !holds("is", actual, value);
            case "none_of" -> absent || !holds("one_of", actual, value);
            case "contains_not" -> absent || !holds("contains", actual, value);
            case "includes_none" -> absent || !holds("includes_any", actual, value);
            default -> actual != null && !absent && positive(operator, actual, value);
        };
    }

    private static boolean positive(String operator, Object actual, JsonValue value) {
        return switch (operator) {
            case "is" -> order(actual, value) == 0;
            case "greater_than" -> order(actual, value) > 0;
            case "less_than" -> order(actual, value) < 0;
            case "at_least" -> order(actual, value) >= 0;
            case "at_most" -> order(actual, value) <= 0;
            case "one_of" -> list(value).stream().anyMatch(one -> order(actual, one) == 0);
            case "contains" -> lower(actual).contains(text(value));
            case "starts_with" -> lower(actual).startsWith(text(value));
            case "ends_with" -> lower(actual).endsWith(text(value));
            case "contains_words" ->
                list(value).stream()
                        .anyMatch(one -> Pattern.compile("(?<![a-z0-9])" + Pattern.quote(text(one)) + "(?![a-z0-9])")
                                .matcher(lower(actual))
                                .find());
            case "includes_any" ->
                list(value).stream().anyMatch(one -> members(actual).contains(text(one)));
            case "includes_all" ->
                list(value).stream().allMatch(one -> members(actual).contains(text(one)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static int order(Object actual, JsonValue value) {
        if (actual instanceof Number number) {
            return Integer.compare(number.intValue(), Integer.parseInt(value.toString()));
        }
        if (actual instanceof Boolean) {
            return actual.toString().compareTo(value.toString());
        }
        if (LEVELS.contains(actual.toString())) {
            return Integer.compare(LEVELS.indexOf(actual.toString()), LEVELS.indexOf(text(value)));
        }
        return lower(actual).compareTo(text(value));
    }

    private static JsonArray list(JsonValue value) {
        return value.asJsonArray();
    }

    private static String text(JsonValue value) {
        return lower(((JsonString) value).getString());
    }

    private static List<String> members(Object actual) {
        return ((List<?>) actual).stream().map(NaiveOracle::lower).toList();
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
