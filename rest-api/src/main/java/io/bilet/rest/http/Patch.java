package io.bilet.rest.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON Merge Patch that was checked against its schema: what is absent stays as it is, null clears. Each accessor
 * takes the present value and gives the next one.
 */
public record Patch(JsonObject json) {

    /** Whether the patch says anything about the field. */
    public boolean names(String field) {
        return json.containsKey(field);
    }

    public String text(String field, String present) {
        return json.get(field) instanceof JsonString text ? text.getString() : present;
    }

    public int number(String field, int present) {
        return json.getInt(field, present);
    }

    public boolean truth(String field, boolean present) {
        return json.getBoolean(field, present);
    }

    /** A text that may be cleared, read as whatever it stands for. */
    public <T> Optional<T> cleared(String field, Optional<T> present, Function<String, T> reader) {
        if (!names(field)) {
            return present;
        }
        return json.get(field) instanceof JsonString text
                ? Optional.of(reader.apply(text.getString()))
                : Optional.empty();
    }

    public Optional<String> cleared(String field, Optional<String> present) {
        return cleared(field, present, text -> text);
    }

    public List<String> texts(String field, List<String> present) {
        return json.get(field) instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : present;
    }

    /** The patch of a field that is itself an object; empty if the patch is silent about it or clears it. */
    public Optional<Patch> inner(String field) {
        return json.get(field) instanceof JsonObject object ? Optional.of(new Patch(object)) : Optional.empty();
    }

    /** Whether the patch clears the field. */
    public boolean clears(String field) {
        return JsonValue.NULL.equals(json.get(field));
    }
}
