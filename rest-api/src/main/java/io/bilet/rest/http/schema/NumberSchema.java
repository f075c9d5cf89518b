package io.bilet.rest.http.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** A number, whole or not. */
record NumberSchema(boolean whole, BigDecimal min, BigDecimal max) implements Schema {

    @Override
    public void check(JsonValue value, String pointer, Findings findings) {
        if (!(value instanceof JsonNumber number)) {
            findings.malformed(pointer, "type", "A number is expected.");
            return;
        }
        if (whole && !number.toString().chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
            findings.malformed(pointer, "type", "A whole number is expected.");
            return;
        }
        BigDecimal amount = number.bigDecimalValue();
        if (amount.compareTo(min) < 0 || amount.compareTo(max) > 0) {
            findings.invalid(pointer, "range", "A number from %s to %s is expected.".formatted(plain(min), plain(max)));
        }
    }

    private static String plain(BigDecimal bound) {
        return bound.toPlainString();
    }
}
