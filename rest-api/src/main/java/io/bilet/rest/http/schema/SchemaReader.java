package io.bilet.rest.http.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes schemas of what the specification says, each component once. */
public final class SchemaReader {

    private static final String COMPONENTS = "#/components/schemas/";

    private static final Set<String> UNDERSTOOD = Set.of(
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "enum",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "nullable",
            "allOf",
            "x-id-prefix");

    /** Keywords that tell people and generators something and refuse nothing. */
    private static final Set<String> MERELY_TOLD = Set.of(
            "description",
            "title",
            "example",
            "examples",
            "default",
            "deprecated",
            "writeOnly",
            "readOnly",
            "x-enum-varnames",
            "x-extensible-enum");

    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final JsonObject components;
    private final Map<String, Schema> read = new HashMap<>();

    /**
     * A reader of the schemas of one document.
     *
     * @param components the schemas by name
     */
    public SchemaReader(JsonObject components) {
        this.components = components;
    }

    public Schema read(JsonObject json) {
        for (String keyword : json.keySet()) {
            if (!UNDERSTOOD.contains(keyword) && !MERELY_TOLD.contains(keyword)) {
                throw new IllegalStateException("The specification uses the unknown schema keyword " + keyword);
            }
        }
        Schema schema = json.containsKey("$ref") ? component(json.getString("$ref")) : described(json);
        return json.getBoolean("nullable", false) ? new Nullability(schema) : schema;
    }

    /** A component may contain itself, so it is looked up when it is first used. */
    private Schema component(String ref) {
        String name = ref.substring(COMPONENTS.length());
        if (!ref.startsWith(COMPONENTS) || !components.containsKey(name)) {
            throw new IllegalStateException("The specification refers to the missing schema " + ref);
        }
        if (!read.containsKey(name)) {
            read.put(name, (value, pointer, findings) -> known(name).check(value, pointer, findings));
            read.put(name, read(components.getJsonObject(name)));
        }
        return known(name);
    }

    private Schema known(String name) {
        return Objects.requireNonNull(read.get(name), name);
    }

    private Schema described(JsonObject json) {
        if (json.containsKey("allOf")) {
            List<Schema> all = json.getJsonArray("allOf").getValuesAs(JsonObject.class).stream()
                    .map(this::read)
                    .toList();
            return (value, pointer, findings) -> all.forEach(each -> each.check(value, pointer, findings));
        }
        return switch (json.getString("type", "")) {
            case "object" -> object(json);
            case "array" ->
                new ArraySchema(
                        read(json.getJsonObject("items")),
                        json.getInt("minItems", 0),
                        json.getInt("maxItems", Integer.MAX_VALUE));
            case "string" -> text(json);
            case "integer" -> whole(json);
            case "number" ->
                new NumberSchema(false, bound(json, "minimum", LONG_MIN), bound(json, "maximum", LONG_MAX));
            case "boolean" -> SchemaReader::checkTruth;
            case "" -> Schema.ANYTHING;
            default ->
                throw new IllegalStateException("The specification uses the unknown type " + json.getString("type"));
        };
    }

    private Schema object(JsonObject json) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        JsonObject described =
                json.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        described.forEach((name, schema) -> properties.put(name, read(schema.asJsonObject())));
        return new ObjectSchema(
                properties,
                texts(json, "required"),
                others(json.getOrDefault("additionalProperties", JsonValue.FALSE)),
                json.getInt("minProperties", 0),
                json.getInt("maxProperties", Integer.MAX_VALUE));
    }

    /** What a client sends must be known; a schema that says nothing about other members has none. */
    private @Nullable Schema others(JsonValue described) {
        return switch (described.getValueType()) {
            case TRUE -> Schema.ANYTHING;
            case OBJECT -> read(described.asJsonObject());
            default -> null;
        };
    }

    private static Schema text(JsonObject json) {
        return new StringSchema(
                json.getInt("minLength", 0),
                json.getInt("maxLength", Integer.MAX_VALUE),
                texts(json, "enum"),
                optional(json, "pattern", Pattern::compile),
                optional(json, "format", Formats::text),
                optional(json, "x-id-prefix", prefix -> Pattern.compile(prefix + "_[0-9a-f]{32}")));
    }

    private static Schema whole(JsonObject json) {
        boolean small = "int32".equals(json.getString("format", ""));
        return new NumberSchema(
                true,
                bound(json, "minimum", small ? INT_MIN : LONG_MIN),
                bound(json, "maximum", small ? INT_MAX : LONG_MAX));
    }

    private static void checkTruth(JsonValue value, String pointer, Findings findings) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            findings.malformed(pointer, "type", "true or false is expected.");
        }
    }

    private static BigDecimal bound(JsonObject json, String keyword, BigDecimal otherwise) {
        return json.get(keyword) instanceof JsonNumber number ? number.bigDecimalValue() : otherwise;
    }

    private static Set<String> texts(JsonObject json, String keyword) {
        JsonArray array = json.getOrDefault(keyword, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> @Nullable T optional(JsonObject json, String keyword, Function<String, T> reader) {
        return json.containsKey(keyword) ? reader.apply(json.getString(keyword)) : null;
    }

    /** A schema that takes null as well. */
    private record Nullability(Schema schema) implements Schema {

        @Override
        public void check(JsonValue value, String pointer, Findings findings) {
            if (value.getValueType() != JsonValue.ValueType.NULL) {
                schema.check(value, pointer, findings);
            }
        }

        @Override
        public boolean allowsNull() {
            return true;
        }
    }
}
