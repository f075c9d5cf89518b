package io.bilet.view;

import io.bilet.condition.Check;
import io.bilet.condition.Operator;
import io.bilet.platform.database.Utc;
import io.bilet.platform.id.PublicId;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** One check as SQL that is true or false and never null, exactly when memory says so. */
final class StoredCheck {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    private final Check check;
    private final StoredField field;
    private final Map<String, Object> parameters;
    private final Instant now;

    private StoredCheck(Check check, StoredField field, Map<String, Object> parameters, Instant now) {
        this.check = check;
        this.field = field;
        this.parameters = parameters;
        this.now = now;
    }

    /**
     * Writes a check.
     *
     * @param parameters takes the values it compares with
     * @return empty if the database cannot say it alike
     */
    static Optional<String> write(Check check, Map<String, Object> parameters, Instant now) {
        return StoredValues.of(check.field().name())
                .map(values -> new StoredValueCheck(check, values, parameters, now).write())
                .orElseGet(() -> StoredField.of(check.field().name())
                        .flatMap(field -> new StoredCheck(check, field, parameters, now).write()));
    }

    private Optional<String> write() {
        return switch (check.operator()) {
            case PRESENT -> Optional.of(present(check.expected().equals(JsonValue.TRUE)));
            case IS, ONE_OF -> Optional.of(in(values()));
            case IS_NOT, NONE_OF -> Optional.of(notIn(values()));
            case GREATER_THAN, LESS_THAN, AT_LEAST, AT_MOST -> Optional.of(ordered());
            case BEFORE, AFTER, OLDER_THAN, WITHIN_LAST, WITHIN_NEXT -> Optional.of(timed());
            case INCLUDES_ANY, INCLUDES_ALL, INCLUDES_NONE -> Optional.of(tagged());
            case CONTAINS, CONTAINS_NOT, CONTAINS_WORDS, STARTS_WITH, ENDS_WITH, MATCHES, IN_DOMAIN -> Optional.empty();
            case CHANGED, CHANGED_FROM, CHANGED_TO, WAS, GAINED, LOST -> Optional.empty();
        };
    }

    private String present(boolean wanted) {
        if (field.kind() == StoredField.Kind.TAGS) {
            return (wanted ? "" : "NOT ") + "EXISTS (SELECT 1 FROM ticket_tag g WHERE g.ticket_id = t.id)";
        }
        return field.column() + (wanted ? " IS NOT NULL" : " IS NULL");
    }

    private String in(List<Object> values) {
        return values.isEmpty()
                ? "FALSE"
                : "(%1$s IS NOT NULL AND %1$s IN (:%2$s))".formatted(field.column(), parameter(values));
    }

    private String notIn(List<Object> values) {
        return values.isEmpty()
                ? "TRUE"
                : "(%1$s IS NULL OR %1$s NOT IN (:%2$s))".formatted(field.column(), parameter(values));
    }

    private String ordered() {
        if (field.kind() == StoredField.Kind.WORD) {
            return in(levels().stream().map(level -> (Object) word(level)).toList());
        }
        String sign =
                switch (check.operator()) {
                    case GREATER_THAN -> ">";
                    case LESS_THAN -> "<";
                    case AT_LEAST -> ">=";
                    default -> "<=";
                };
        return compare(sign, values().get(0));
    }

    /** The levels of the field that the comparison lets through. */
    private List<String> levels() {
        List<String> all = check.field().choices();
        int wanted = all.indexOf(((JsonString) check.expected()).getString());
        return switch (check.operator()) {
            case GREATER_THAN -> all.subList(wanted + 1, all.size());
            case LESS_THAN -> all.subList(0, wanted);
            case AT_LEAST -> all.subList(wanted, all.size());
            default -> all.subList(0, wanted + 1);
        };
    }

    private String timed() {
        String given = ((JsonString) check.expected()).getString();
        Operator operator = check.operator();
        if (operator == Operator.BEFORE || operator == Operator.AFTER) {
            return compare(operator == Operator.BEFORE ? "<" : ">", column(Instant.parse(given)));
        }
        Duration duration = Duration.parse(given);
        return switch (operator) {
            case OLDER_THAN -> compare("<", column(now.minus(duration)));
            case WITHIN_LAST -> between(now.minus(duration), now);
            default -> between(now, now.plus(duration));
        };
    }

    private String between(Instant from, Instant to) {
        return "(%s AND %s)".formatted(compare(">=", column(from)), compare("<=", column(to)));
    }

    private String compare(String sign, Object value) {
        return "(%1$s IS NOT NULL AND %1$s %2$s :%3$s)".formatted(field.column(), sign, parameter(value));
    }

    private String tagged() {
        List<Object> tags = values();
        String found = "SELECT %s FROM ticket_tag g WHERE g.ticket_id = t.id AND g.tag IN (:" + parameter(tags) + ")";
        return switch (check.operator()) {
            case INCLUDES_ANY -> "EXISTS (" + found.formatted("1") + ")";
            case INCLUDES_NONE -> "NOT EXISTS (" + found.formatted("1") + ")";
            default -> "(" + found.formatted("COUNT(*)") + ") = " + tags.size();
        };
    }

    private String parameter(Object value) {
        String name = "check" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    /** What the check compares with, each once, as the database keeps it; what it never keeps is left out. */
    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        JsonValue expected = check.expected();
        for (JsonValue each : expected instanceof JsonArray several ? several : List.of(expected)) {
            stored(each).filter(value -> !values.contains(value)).ifPresent(values::add);
        }
        return values;
    }

    private Optional<Object> stored(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue());
        }
        String text = ((JsonString) value).getString();
        return switch (field.kind()) {
            case WORD -> Optional.of(word(text));
            case ID -> Optional.of(PublicId.parse(String.valueOf(check.field().referencePrefix()), text));
            case TAGS -> Optional.of(text.toLowerCase(Locale.ROOT));
            case CODE ->
                Optional.<Object>of(text.toLowerCase(Locale.ROOT))
                        .filter(code -> VISIBLE_ASCII.matcher(text).matches());
            case NUMBER, TIME -> throw new IllegalStateException("Not compared with a text: " + field);
        };
    }

    private static String word(String outside) {
        return outside.toUpperCase(Locale.ROOT);
    }

    private static Object column(Instant instant) {
        return Objects.requireNonNull(Utc.column(instant));
    }
}
