package io.bilet.platform.typed;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.LinearPattern;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the values of one key must look like. Immutable; used by many threads. */
public final class ValueRules {

    /** Characters of a text. */
    public static final int LENGTH_MAX = 1_000;

    private static final int LENGTH_OTHERWISE = 255;
    private static final int PATTERN_LENGTH_MAX = 500;

    /** Larger numbers are ids, and ids are texts. */
    public static final BigDecimal NUMBER_MAX = BigDecimal.TEN.pow(15);

    public static final int DECIMALS_MAX = 6;

    private final ValueType type;
    private final BigDecimal minimum;
    private final BigDecimal maximum;
    private final int lengthMax;
    private final @Nullable LinearPattern pattern;
    private final List<String> choices;

    private ValueRules(ValueType type, JsonObject terms) {
        this.type = type;
        minimum = number(terms, "minimum", NUMBER_MAX.negate());
        maximum = number(terms, "maximum", NUMBER_MAX);
        lengthMax = terms.getInt("maximum_length", LENGTH_OTHERWISE);
        String source = terms.getString("pattern", null);
        pattern = source == null
                ? null
                : LinearPattern.of(Require.line(source, PATTERN_LENGTH_MAX, "/pattern"), "/pattern");
        choices = Choices.read(terms.getOrDefault("choices", JsonValue.EMPTY_JSON_ARRAY));
    }

    /**
     * Reads rules; the shape of the terms was checked before.
     *
     * @param terms members {@code minimum}, {@code maximum}, {@code maximum_length}, {@code pattern}, {@code choices}
     * @throws InvalidInput naming what contradicts itself or has no meaning for the type
     */
    public static ValueRules read(ValueType type, JsonObject terms) {
        requireOf(type, terms, "minimum", type == ValueType.NUMBER);
        requireOf(type, terms, "maximum", type == ValueType.NUMBER);
        requireOf(type, terms, "maximum_length", type == ValueType.TEXT);
        requireOf(type, terms, "pattern", type == ValueType.TEXT);
        boolean chooses = type == ValueType.CHOICE || type == ValueType.MULTI_CHOICE;
        requireOf(type, terms, "choices", chooses);
        ValueRules rules = new ValueRules(type, terms);
        if (rules.minimum.compareTo(rules.maximum) > 0) {
            throw new InvalidInput("/maximum", "out_of_range", "The maximum lies below the minimum.");
        }
        if (chooses && rules.choices.isEmpty()) {
            throw new InvalidInput("/choices", "missing", "At least one choice is needed.");
        }
        return rules;
    }

    private static void requireOf(ValueType type, JsonObject terms, String member, boolean known) {
        if (!known && terms.containsKey(member)) {
            throw new InvalidInput("/" + member, "not_of_this_type", "A %s has no such rule.".formatted(Wire.of(type)));
        }
    }

    private static BigDecimal number(JsonObject terms, String member, BigDecimal otherwise) {
        return terms.get(member) instanceof JsonNumber number
                ? requireNumber(number, "/" + member).bigDecimalValue()
                : otherwise;
    }

    /**
     * A value in the form in which it is kept.
     *
     * @throws InvalidInput naming {@code pointer} if it breaks a rule
     */
    public JsonValue accept(JsonValue value, String pointer) {
        return switch (type) {
            case TEXT -> text(value, pointer);
            case NUMBER -> inRange(requireNumber(value, pointer), pointer);
            case BOOLEAN -> {
                require(value == JsonValue.TRUE || value == JsonValue.FALSE, pointer, "true or false is expected.");
                yield value;
            }
            case DATE -> {
                boolean isDate = value instanceof JsonString text && Dates.read(text.getString()) != null;
                require(isDate, pointer, "A date as in 2026-11-23 is expected.");
                yield value;
            }
            case CHOICE -> StoredJson.text(choice(value, pointer));
            case MULTI_CHOICE -> some(value, pointer);
        };
    }

    private JsonValue text(JsonValue value, String pointer) {
        require(value instanceof JsonString, pointer, "A text is expected.");
        String text = Require.line(((JsonString) value).getString(), lengthMax, pointer);
        if (pattern != null && !pattern.isAllOf(text)) {
            throw new InvalidInput(pointer, "pattern", "The text does not look as the field's pattern says.");
        }
        return value;
    }

    private JsonValue inRange(JsonNumber number, String pointer) {
        BigDecimal value = number.bigDecimalValue();
        if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
            throw new InvalidInput(pointer, "out_of_range", "The number lies outside of the field's bounds.");
        }
        return number;
    }

    private static JsonNumber requireNumber(JsonValue value, String pointer) {
        require(value instanceof JsonNumber, pointer, "A number is expected.");
        BigDecimal number = ((JsonNumber) value).bigDecimalValue();
        boolean inRange = number.abs().compareTo(NUMBER_MAX) <= 0
                && number.stripTrailingZeros().scale() <= DECIMALS_MAX;
        if (!inRange) {
            throw new InvalidInput(
                    pointer, "out_of_range", "A number has at most 15 digits before and 6 after the point.");
        }
        return (JsonNumber) value;
    }

    private String choice(JsonValue value, String pointer) {
        boolean known = value instanceof JsonString text && choices.contains(text.getString());
        if (!known) {
            throw new InvalidInput(
                    pointer, "unknown_value", "One of %s is expected.".formatted(String.join(", ", choices)));
        }
        return ((JsonString) value).getString();
    }

    private JsonValue some(JsonValue value, String pointer) {
        require(value instanceof JsonArray, pointer, "A list is expected.");
        SortedSet<String> chosen = new TreeSet<>();
        JsonArray several = (JsonArray) value;
        for (int i = 0; i < several.size(); i++) {
            chosen.add(choice(several.get(i), pointer + "/" + i));
        }
        if (chosen.isEmpty()) {
            throw new InvalidInput(pointer, "too_few", "At least one choice is expected; null means none.");
        }
        return StoredJson.array(chosen);
    }

    private static void require(boolean right, String pointer, String otherwise) {
        if (!right) {
            throw new InvalidInput(pointer, "wrong_type", otherwise);
        }
    }

    public ValueType type() {
        return type;
    }

    /** The words a value may have; none where it is free. */
    public List<String> choices() {
        return choices;
    }
}
