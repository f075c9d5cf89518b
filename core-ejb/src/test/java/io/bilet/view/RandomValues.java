package io.bilet.view;

import io.bilet.condition.Field;
import io.bilet.condition.TypedFields;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.ValueRules;
import io.bilet.platform.typed.ValueType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Values of every type that an administrator can choose, and the fields by which conditions ask about them. */
final class RandomValues {

    private static final List<String> CHOICES = List.of("gold", "silver", "tr", "x-1");

    private final Random random;
    private final LocalDate today;

    RandomValues(Random random, Instant now) {
        this.random = random;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** One field of each type. */
    static List<Field> fields(String prefix) {
        return Arrays.stream(ValueType.values())
                .map(type -> TypedFields.of(prefix + key(type), rules(type), "A field."))
                .toList();
    }

    private static String key(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static ValueRules rules(ValueType type) {
        boolean chooses = type == ValueType.CHOICE || type == ValueType.MULTI_CHOICE;
        return ValueRules.read(type, chooses ? choices() : JsonValue.EMPTY_JSON_OBJECT);
    }

    private static JsonObject choices() {
        var list = StoredJson.array();
        CHOICES.forEach(choice -> list.add(StoredJson.object().add("value", choice)));
        return StoredJson.object().add("choices", list).build();
    }

    /** Of each type a value, or none. */
    TypedValues some() {
        Map<String, JsonValue> values = new HashMap<>();
        for (ValueType type : ValueType.values()) {
            if (random.nextInt(3) > 0) {
                values.put(key(type), rules(type).accept(value(type), "/" + key(type)));
            }
        }
        return TypedValues.of(values);
    }

    private JsonValue value(ValueType type) {
        return switch (type) {
            case TEXT ->
                StoredJson.text(one(List.of("a_b", "100%", "ﬁx !")) + one(StoredTickets.WORDS) + " "
                        + one(StoredTickets.WORDS));
            case NUMBER -> number();
            case BOOLEAN -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case DATE -> StoredJson.text(date());
            case CHOICE -> StoredJson.text(one(CHOICES));
            case MULTI_CHOICE -> some(CHOICES);
        };
    }

    private JsonArray some(List<String> choices) {
        return StoredJson.array(new TreeSet<>(List.of(one(choices), one(choices), one(choices))));
    }

    /** A few days before or after now. */
    String date() {
        return today.plusDays(random.nextInt(20) - 12L).toString();
    }

    JsonValue number() {
        return Json.createValue(new BigDecimal(one(List.of("0", "1", "2.5", "-3", "4.000001", "123456789012345.5"))));
    }

    /** A number as somebody may ask for it, also one that no value can be. */
    JsonValue asked() {
        return random.nextInt(4) > 0
                ? number()
                : Json.createValue(
                        new BigDecimal(one(List.of("1e300", "-1e-300", "1e-25", "2.49999999999999999999999"))));
    }

    String part() {
        return one(List.of("_", "%", "!", "fix", "A_B", "100", one(StoredTickets.WORDS)));
    }

    <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
