package io.bilet.rest.http.schema;

import static jakarta.json.JsonValue.ValueType.NULL;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object.
 *
 * @param others what members without a schema of their own must look like; null if there may be none
 */
record ObjectSchema(
        Map<String, Schema> properties,
        Set<String> required,
        @Nullable Schema others,
        int countMin,
        int countMax) implements Schema {

    @Override
    public void check(JsonValue value, String pointer, Findings findings) {
        if (!(value instanceof JsonObject object)) {
            findings.malformed(pointer, "type", "An object is expected.");
            return;
        }
        int present = 0;
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            if (findings.isFull()) {
                return;
            }
            present += member(member.getKey(), member.getValue(), pointer, findings) ? 1 : 0;
        }
        for (String name : required) {
            if (isAbsent(object, name)) {
                findings.invalid(pointer + "/" + name, "required", "This field is required.");
            }
        }
        if (present < countMin || present > countMax) {
            findings.invalid(
                    pointer, "field_count", "%s fields are expected here.".formatted(range(countMin, countMax)));
        }
    }

    /** Looks at one member; false if it counts as absent. */
    private boolean member(String name, JsonValue value, String pointer, Findings findings) {
        String place = pointer + "/" + Json.encodePointer(name);
        Schema schema = properties.getOrDefault(name, others);
        if (schema == null) {
            findings.malformed(place, "unknown_field", "There is no such field here.");
            return true;
        }
        if (value.getValueType() != NULL || schema.allowsNull()) {
            schema.check(value, place, findings);
            return true;
        }
        if (findings.nullClears()) {
            findings.invalid(place, "not_clearable", "This field cannot be cleared.");
            return true;
        }
        return false;
    }

    private static boolean isAbsent(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value == null || value.getValueType() == NULL;
    }

    static String range(int min, int max) {
        return max == Integer.MAX_VALUE ? "At least " + min : min + " to " + max;
    }
}
