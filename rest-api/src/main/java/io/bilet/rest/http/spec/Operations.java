package io.bilet.rest.http.spec;

import io.bilet.access.Permission;
import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.schema.Schema;
import io.bilet.rest.http.schema.SchemaReader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of the API, read from the specification that is served and from which the interfaces were
 * generated.
 */
public final class Operations {

    private static final String DOCUMENT = "/META-INF/bilet/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Operations BUNDLED = read(Operations.class.getResourceAsStream(DOCUMENT));

    private final JsonObject document;
    private final SchemaReader schemas;
    private final Map<String, Operation> byId = new HashMap<>();

    private Operations(JsonObject document) {
        this.document = document;
        this.schemas = new SchemaReader(document.getJsonObject("components").getJsonObject("schemas"));
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        add(method, path, item.asJsonObject(), operation.asJsonObject());
                    }
                }));
    }

    /** Those of the specification this application was built from. */
    public static Operations bundled() {
        return BUNDLED;
    }

    static Operations read(@Nullable InputStream json) {
        if (json == null) {
            throw new IllegalStateException("The API specification is missing: " + DOCUMENT);
        }
        try (json) {
            return new Operations(StoredJson.readObject(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation of that id; one that is not specified must not be served. */
    public Optional<Operation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Operation> all() {
        return List.copyOf(byId.values());
    }

    private void add(String method, String path, JsonObject item, JsonObject json) {
        String id = json.getString("operationId");
        Set<String> names = permissionNames(json.get("x-permission"));
        boolean isPublic = names.equals(Set.of("public"));
        Operation operation = new Operation(
                id,
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                isPublic
                        ? Set.of()
                        : names.stream().map(name -> permission(id, name)).collect(Collectors.toUnmodifiableSet()),
                isPublic,
                json.getBoolean("x-shows-secret", false),
                query(item, json),
                json.containsKey("requestBody") ? body(resolve(json.getJsonObject("requestBody"))) : null);
        if (byId.put(id, operation) != null) {
            throw new IllegalStateException("The specification has two operations " + id);
        }
    }

    /** One name, or several of which one is needed; none at all permits nobody. */
    private static Set<String> permissionNames(@Nullable JsonValue named) {
        if (named instanceof JsonString one) {
            return Set.of(one.getString());
        }
        return named instanceof JsonArray any
                ? any.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Permission permission(String operation, String name) {
        return Permission.named(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Operation %s asks for the unknown permission %s".formatted(operation, name)));
    }

    private Map<String, Parameter> query(JsonObject item, JsonObject operation) {
        List<JsonValue> all = new ArrayList<>();
        all.addAll(item.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray());
        all.addAll(
                operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray());
        return all.stream()
                .map(json -> resolve(json.asJsonObject()))
                .filter(json -> json.getString("in").equals("query"))
                .map(this::parameter)
                .collect(Collectors.toUnmodifiableMap(Parameter::name, parameter -> parameter));
    }

    private Parameter parameter(JsonObject json) {
        JsonObject schema = resolve(json.getJsonObject("schema"));
        boolean list = schema.getString("type", "").equals("array");
        JsonObject value = list ? resolve(schema.getJsonObject("items")) : schema;
        return new Parameter(
                json.getString("name"),
                value.getString("type", "string"),
                list ? schema.getInt("maxItems") : 0,
                json.getBoolean("required", false),
                schemas.read(value));
    }

    private Operation.Body body(JsonObject json) {
        Map.Entry<String, JsonValue> content =
                json.getJsonObject("content").entrySet().iterator().next();
        String mediaType = content.getKey();
        JsonObject form = content.getValue().asJsonObject().getJsonObject("schema");
        boolean isJson =
                mediaType.endsWith("json") && !form.getString("format", "").equals("binary");
        Schema schema = isJson ? schemas.read(form) : null;
        return new Operation.Body(json.getBoolean("required", false), mediaType, schema);
    }

    /** Follows a reference to another part of the document, which has one component name at its end. */
    private JsonObject resolve(JsonObject json) {
        if (!json.containsKey("$ref")) {
            return json;
        }
        return document.getValue(json.getString("$ref").substring(1)).asJsonObject();
    }
}
