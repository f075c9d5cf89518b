package io.bilet.platform.typed;

import io.bilet.platform.text.Folding;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row by which the database finds a value: exactly one of word and number is there.
 *
 * @param place tells the parts of one value apart, from 0
 * @param word a text as it is compared: folded
 */
public record IndexedValue(
        String key,
        int place,
        @Nullable String word,
        @Nullable BigDecimal number) {

    /** The rows of a value that was held against its rules. */
    static List<IndexedValue> of(String key, JsonValue value) {
        if (value instanceof JsonArray several) {
            return IntStream.range(0, several.size())
                    .mapToObj(place -> new IndexedValue(key, place, text(several.get(place)), null))
                    .toList();
        }
        return List.of(
                value instanceof JsonNumber number
                        ? new IndexedValue(key, 0, null, number.bigDecimalValue())
                        : new IndexedValue(key, 0, text(value), null));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? Folding.fold(text.getString()) : value.toString();
    }
}
