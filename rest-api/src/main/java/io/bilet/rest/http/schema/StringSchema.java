package io.bilet.rest.http.schema;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text. Lengths are counted in characters, whatever they take in memory.
 *
 * @param values the allowed ones; empty for all
 * @param idPrefix of the id that is expected; null if it is no id
 */
record StringSchema(
        int lengthMin,
        int lengthMax,
        Set<String> values,
        @Nullable Pattern pattern,
        @Nullable Format format,
        @Nullable Pattern idPrefix)
        implements Schema {

    @Override
    public void check(JsonValue value, String pointer, Findings findings) {
        if (!(value instanceof JsonString string)) {
            findings.malformed(pointer, "type", "A text is expected.");
            return;
        }
        String text = string.getString();
        if (!values.isEmpty() && !values.contains(text)) {
            findings.malformed(pointer, "unknown_value", "This is not one of the allowed values.");
        } else if (idPrefix != null && !idPrefix.matcher(text).matches()) {
            findings.malformed(pointer, "malformed_id", "This is not an id of the kind that is expected here.");
        } else {
            checkRules(text, pointer, findings);
        }
    }

    private void checkRules(String text, String pointer, Findings findings) {
        int length = text.codePointCount(0, text.length());
        if (length < lengthMin || length > lengthMax) {
            findings.invalid(
                    pointer,
                    "length",
                    "%s characters are expected.".formatted(ObjectSchema.range(lengthMin, lengthMax)));
        } else if (pattern != null && !pattern.matcher(text).find()) {
            findings.invalid(pointer, "pattern", "This text has not the expected form.");
        } else if (format != null && !format.accepts.test(text)) {
            findings.invalid(pointer, "format", format.expected);
        }
    }

    /** A form of text that the specification gives a name. */
    record Format(String expected, Predicate<String> accepts) {}
}
