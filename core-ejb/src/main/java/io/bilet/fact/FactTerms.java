package io.bilet.fact;

import io.bilet.condition.Field;
import io.bilet.condition.TypedFields;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.typed.ValueRules;
import io.bilet.platform.typed.ValueType;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a fact, ready to be asked.
 *
 * @param validFor for how long it is fresh after it was observed; null is for ever
 * @param asked how conditions see it
 */
record FactTerms(ValueRules rules, @Nullable Duration validFor, Field asked) {

    private static final Duration VALID_MAX = Duration.ofDays(3_660);

    static FactTerms read(FactSubject about, String key, ValueType type, JsonObject terms) {
        ValueRules rules = ValueRules.read(type, terms);
        String name = about.prefix() + key;
        return new FactTerms(
                rules, validFor(terms.getString("valid_for", null)), TypedFields.of(name, rules, "Customer fact."));
    }

    private static @Nullable Duration validFor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofMinutes(1)) >= 0 && duration.compareTo(VALID_MAX) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // answered below, without the parser's wording
        }
        throw new InvalidInput("/valid_for", "out_of_range", "A duration from PT1M to P3660D is expected.");
    }
}
