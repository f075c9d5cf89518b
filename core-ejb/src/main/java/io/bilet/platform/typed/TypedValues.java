package io.bilet.platform.typed;

import static java.util.stream.Collectors.joining;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Values by key, each held against its rules. Immutable; read from its stored form when it is first asked. */
@Immutable // so that nobody copies it to see whether it changed
public final class TypedValues {

    public static final TypedValues NONE = new TypedValues("{}");

    private final String stored;
    private @Nullable JsonObject read;

    private TypedValues(String stored) {
        this.stored = stored;
    }

    static TypedValues stored(String json) {
        return new TypedValues(json);
    }

    public static TypedValues of(Map<String, JsonValue> values) {
        JsonObjectBuilder json = StoredJson.object();
        new TreeMap<>(values).forEach(json::add);
        return values.isEmpty() ? NONE : new TypedValues(json.build().toString());
    }

    public boolean isEmpty() {
        return stored.length() == NONE.stored.length();
    }

    /** All of them as the API shows them. */
    public JsonObject toJson() {
        JsonObject known = read;
        if (known == null) {
            known = StoredJson.readObject(stored);
            read = known;
        }
        return known;
    }

    public Set<String> keys() {
        return toJson().keySet();
    }

    /** These with other values; null takes one away. */
    public TypedValues with(Map<String, @Nullable JsonValue> changes) {
        SortedMap<String, JsonValue> next = new TreeMap<>(toJson());
        changes.forEach((key, value) -> {
            if (value == null) {
                next.remove(key);
            } else {
                next.put(key, value);
            }
        });
        return of(next);
    }

    /** These that {@code keys} names. */
    public TypedValues only(Set<String> keys) {
        SortedMap<String, JsonValue> some = new TreeMap<>(toJson());
        some.keySet().retainAll(keys);
        return of(some);
    }

    /** A value as conditions see it: text, number, boolean, or a list of texts; null if there is none. */
    public @Nullable Object fact(String key) {
        return isEmpty() ? null : fact(toJson().get(key));
    }

    /** A value in the form that conditions see. */
    public static @Nullable Object fact(@Nullable JsonValue value) {
        if (value == null) {
            return null;
        }
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY -> words((JsonArray) value);
            case NULL, OBJECT -> null;
        };
    }

    /** A value as records write it; null if there is none. */
    public @Nullable String text(String key) {
        Object fact = fact(key);
        return fact instanceof List<?> words
                ? words.stream().map(String::valueOf).collect(joining(" "))
                : fact instanceof BigDecimal number ? number.toPlainString() : fact == null ? null : fact.toString();
    }

    /** What lets the database find them. */
    public List<IndexedValue> indexed() {
        return isEmpty()
                ? List.of()
                : toJson().entrySet().stream()
                        .flatMap(one -> IndexedValue.of(one.getKey(), one.getValue()).stream())
                        .toList();
    }

    private static List<String> words(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypedValues values && values.stored.equals(stored);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    @Override
    public String toString() {
        return stored;
    }
}
