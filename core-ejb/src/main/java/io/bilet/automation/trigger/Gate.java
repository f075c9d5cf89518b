package io.bilet.automation.trigger;

import io.bilet.condition.All;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.FieldType;
import io.bilet.ticket.EventFields;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold before a condition can: one of these values in a field. Of several such checks the one that lets the
 * fewest events through is taken, and one that costs nothing to ask.
 */
record Gate(String field, List<String> values) {

    static Optional<Gate> of(Condition condition) {
        return needed(condition)
                .filter(Gate::tellsValues)
                .min(Comparator.comparing(Gate::costs).thenComparing(Gate::width))
                .map(check -> new Gate(check.field().name(), values(check)));
    }

    /** The checks that all must hold. */
    private static Stream<Check> needed(Condition condition) {
        if (condition instanceof All all) {
            return all.children().stream().flatMap(Gate::needed);
        }
        return condition instanceof Check check ? Stream.of(check) : Stream.empty();
    }

    private static boolean tellsValues(Check check) {
        FieldType type = check.field().type();
        return switch (check.operator()) {
            case IS, ONE_OF, CHANGED_TO ->
                type == FieldType.CHOICE || type == FieldType.REFERENCE || type == FieldType.LEVEL;
            case INCLUDES_ANY, GAINED -> true;
            default -> false;
        };
    }

    /** Whether somebody may have to be looked up for it. */
    private static boolean costs(Check check) {
        String name = check.field().name();
        return !name.startsWith("ticket.")
                && !name.startsWith(EventFields.PREFIX)
                && !name.startsWith(EventFields.COMMENT_PREFIX);
    }

    /** Which part of all events it lets through, roughly. */
    private static double width(Check check) {
        int possible =
                switch (check.field().type()) {
                    case REFERENCE -> 100;
                    case SET -> 1_000;
                    default -> Math.max(1, check.field().choices().size());
                };
        return (double) values(check).size() / possible;
    }

    private static List<String> values(Check check) {
        JsonValue expected = check.expected();
        Stream<JsonValue> several = expected instanceof JsonArray array ? array.stream() : Stream.of(expected);
        return several.map(value -> ((JsonString) value).getString())
                .map(text -> check.field().type() == FieldType.SET ? text.toLowerCase(Locale.ROOT) : text)
                .toList();
    }
}
