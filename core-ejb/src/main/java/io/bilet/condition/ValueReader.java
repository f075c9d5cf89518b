package io.bilet.condition;

import io.bilet.condition.Check.Comparison;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.id.MalformedId;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.text.LinearPattern;
import io.bilet.platform.typed.Dates;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of a check as the type of its field demands, and makes the comparison ready. */
final class ValueReader {

    private static final Instant TIME_MIN = Instant.EPOCH;
    private static final Instant TIME_MAX = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration DURATION_MAX = Duration.ofDays(3_660);

    private final Findings findings;

    ValueReader(Findings findings) {
        this.findings = findings;
    }

    Condition check(Field field, Operator operator, JsonValue value, String place) {
        Comparison comparison =
                switch (operator.takes()) {
                    case YES_OR_NO -> yesOrNo(value, place);
                    case ONE -> one(field, operator, value, place);
                    case DURATION -> ago(operator, value, place);
                    case SEVERAL -> several(field, operator, value, place);
                };
        return comparison == null ? All.ALWAYS : new Check(field, operator, value, comparison);
    }

    private @Nullable Comparison yesOrNo(JsonValue value, String place) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            wrong(place, "true or false is expected here.");
            return null;
        }
        return (facts, actual) -> true; // checks for presence and change never get as far as comparing
    }

    private @Nullable Comparison one(Field field, Operator operator, JsonValue value, String place) {
        Object operand = operand(field, value, place);
        if (operand == null) {
            return null;
        }
        if (operator == Operator.MATCHES) {
            return pattern(operand.toString(), place);
        }
        return Comparisons.one(field, operator, operand);
    }

    private @Nullable Comparison pattern(String source, String place) {
        try {
            LinearPattern pattern = LinearPattern.ignoringCase(source, place);
            return (facts, actual) -> pattern.isIn(actual.toString());
        } catch (InvalidInput refused) {
            refused.errors().forEach(error -> findings.refused(error.pointer(), error.code(), error.detail()));
            return null;
        }
    }

    private @Nullable Comparison ago(Operator operator, JsonValue value, String place) {
        Duration duration = duration(value);
        if (duration == null) {
            wrong(place, "A duration as in P2D or PT4H30M is expected here.");
            return null;
        }
        if (duration.isNegative() || duration.compareTo(DURATION_MAX) > 0) {
            findings.refused(place, "out_of_range", "A duration lies between 0 and 3660 days.");
            return null;
        }
        return Comparisons.ago(operator, duration);
    }

    private static @Nullable Duration duration(JsonValue value) {
        try {
            return value instanceof JsonString text ? Duration.parse(text.getString()) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private @Nullable Comparison several(Field field, Operator operator, JsonValue value, String place) {
        if (!(value instanceof JsonArray array)) {
            wrong(place, "A list is expected here.");
            return null;
        }
        if (array.isEmpty() || array.size() > ConditionReader.LIST_LENGTH_MAX) {
            findings.refused(place, "wrong_length", "A list to compare with has 1 to 100 entries.");
            return null;
        }
        List<Object> operands = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Object operand = operand(field, array.get(i), place + "/" + i);
            if (operand != null) {
                operands.add(operand);
            }
        }
        return operands.size() < array.size() ? null : Comparisons.several(field, operator, operands);
    }

    private @Nullable Object operand(Field field, JsonValue value, String place) {
        return switch (field.type()) {
            case TEXT, ADDRESS -> text(value, place);
            case SET -> field.choices().isEmpty() ? text(value, place) : choice(field, value, place);
            case CHOICE, LEVEL -> choice(field, value, place);
            case REFERENCE -> reference(field, value, place);
            case NUMBER -> number(value, place);
            case FLAG -> flag(value, place);
            case TIME -> time(value, place);
            case DATE -> date(value, place);
        };
    }

    private @Nullable Object text(JsonValue value, String place) {
        if (!(value instanceof JsonString text)) {
            return wrong(place, "A text is expected here.");
        }
        String string = text.getString();
        if (string.isBlank() || string.length() > ConditionReader.VALUE_LENGTH_MAX) {
            findings.refused(place, "wrong_length", "A text to compare with has 1 to 500 characters and is not blank.");
            return null;
        }
        return string;
    }

    private @Nullable Object choice(Field field, JsonValue value, String place) {
        if (!(value instanceof JsonString text)) {
            return wrong(place, "One of the field's choices is expected here.");
        }
        if (!field.choices().contains(text.getString())) {
            findings.malformed(
                    place,
                    "unknown_value",
                    "One of %s is expected here.".formatted(String.join(", ", field.choices())));
            return null;
        }
        return text.getString();
    }

    private @Nullable Object reference(Field field, JsonValue value, String place) {
        if (!(value instanceof JsonString text) || field.referencePrefix() == null) {
            return wrong(place, "An id is expected here.");
        }
        try {
            PublicId.parse(field.referencePrefix(), text.getString());
            return text.getString();
        } catch (MalformedId malformed) {
            findings.malformed(
                    place,
                    "malformed_id",
                    "An id beginning with %s_ is expected here.".formatted(field.referencePrefix()));
            return null;
        }
    }

    private @Nullable Object number(JsonValue value, String place) {
        return value instanceof JsonNumber number
                ? number.bigDecimalValue()
                : wrong(place, "A number is expected here.");
    }

    private @Nullable Object flag(JsonValue value, String place) {
        boolean isFlag = value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
        return isFlag ? value.equals(JsonValue.TRUE) : wrong(place, "true or false is expected here.");
    }

    private @Nullable Object time(JsonValue value, String place) {
        if (!(value instanceof JsonString text)) {
            return wrong(place, "A time is expected here.");
        }
        try {
            Instant time = Instant.parse(text.getString()).truncatedTo(ChronoUnit.MICROS);
            return time.isBefore(TIME_MIN) || time.isAfter(TIME_MAX) ? outOfRange(place) : time;
        } catch (DateTimeParseException unreadable) {
            return wrong(place, "A time in UTC as in 2026-11-23T10:00:00Z is expected here.");
        }
    }

    private @Nullable Object date(JsonValue value, String place) {
        LocalDate date = value instanceof JsonString text ? Dates.read(text.getString()) : null;
        return date == null ? wrong(place, "A date as in 2026-11-23 is expected here.") : date.toString();
    }

    private @Nullable Object outOfRange(String place) {
        findings.refused(place, "out_of_range", "A time lies between the years 1970 and 9999.");
        return null;
    }

    private @Nullable Object wrong(String place, String detail) {
        findings.malformed(place, "wrong_type", detail);
        return null;
    }
}
