package io.bilet.condition;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One field of every type, and conditions over them. */
final class TestFields {

    static final FieldRegistry FIELDS = new FieldRegistry(List.of(() -> List.of(
            Field.of("text", FieldType.TEXT, "Free text."),
            Field.personal("address", FieldType.ADDRESS, "An address."),
            Field.choice("choice", "One of three.", List.of("email", "web", "api")),
            Field.level("level", "Low to urgent.", List.of("low", "normal", "high", "urgent")),
            Field.reference("reference", "A group.", "grp"),
            Field.of("number", FieldType.NUMBER, "A number."),
            Field.of("flag", FieldType.FLAG, "Yes or no."),
            Field.of("time", FieldType.TIME, "An instant."),
            Field.of("date", FieldType.DATE, "A day."),
            Field.of("set", FieldType.SET, "Tags."))));

    static final ConditionReader READER = new ConditionReader(FIELDS);

    private TestFields() {}

    static Condition condition(String json) {
        return READER.read(object(json), "/condition");
    }

    static JsonObject object(String json) {
        return StoredJson.readObject(json.replace('\'', '"'));
    }

    static Facts facts(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values::get;
    }
}
