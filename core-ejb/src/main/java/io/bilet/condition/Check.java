package io.bilet.condition;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field compared with one value. */
public final class Check implements Condition {

    private final Field field;
    private final Operator operator;
    private final JsonValue expected;
    private final Comparison comparison;

    Check(Field field, Operator operator, JsonValue expected, Comparison comparison) {
        this.field = field;
        this.operator = operator;
        this.expected = expected;
        this.comparison = comparison;
    }

    @Override
    public boolean matches(Facts facts) {
        Object actual = facts.value(field.name());
        if (operator.eventOnly()) {
            return new Turn(facts, field.name()).holds(operator, comparison, expected.equals(JsonValue.TRUE));
        }
        boolean absent = isAbsent(actual);
        if (operator == Operator.PRESENT) {
            return absent != expected.equals(JsonValue.TRUE);
        }
        if (actual == null || absent) {
            return operator.negative();
        }
        return comparison.holds(facts, actual);
    }

    static boolean isAbsent(@Nullable Object actual) {
        if (actual instanceof CharSequence text) {
            return text.toString().isBlank();
        }
        return actual == null || (actual instanceof Collection<?> several && several.isEmpty());
    }

    @Override
    public Evaluation evaluate(Facts facts) {
        return Evaluation.check(this, matches(facts), shown(facts));
    }

    /** How an explanation shows what the check saw. */
    public @Nullable String shown(Facts facts) {
        String now = ShownValue.of(field, facts.value(field.name()));
        return operator.eventOnly() ? ShownValue.of(field, facts.before(field.name())) + " \u2192 " + now : now;
    }

    @Override
    public Check deciding(Facts facts) {
        return this;
    }

    @Override
    public List<Check> checks() {
        return List.of(this);
    }

    @Override
    public JsonObject toJson() {
        return StoredJson.object()
                .add("field", field.name())
                .add("operator", operator.outside())
                .add("value", expected)
                .build();
    }

    public Field field() {
        return field;
    }

    public Operator operator() {
        return operator;
    }

    /** What it compares with, as it was written. */
    public JsonValue expected() {
        return expected;
    }

    /** A comparison, made ready when the condition was read. */
    @FunctionalInterface
    interface Comparison {

        /**
         * Whether it holds.
         *
         * @param actual the value of the check's field, known and not empty
         */
        boolean holds(Facts facts, Object actual);
    }
}
