package io.bilet.webhook;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words of a message become what: for each field a text in which JSON Pointers (RFC 6901) between braces stand
 * for values, as in <code>Disk of {/host/name} is full</code>. Values are put in once and never looked at again.
 */
public final class Mapping {

    private static final int TEMPLATE_LENGTH_MAX = 2_000;
    private static final int VALUE_LENGTH_MAX = 20_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(/[^{}]{0,200})}");

    private final Map<String, String> templates;

    private Mapping(Map<String, String> templates) {
        this.templates = templates;
    }

    /**
     * Reads a mapping for an action.
     *
     * @throws InvalidInput naming each field that is unknown, missing or not a text
     */
    static Mapping read(JsonObject json, InboundAction action, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> templates = new TreeMap<>();
        json.forEach((field, value) -> {
            if (!action.knows(field)) {
                errors.add(new FieldError(pointer + "/" + field, "unknown_field", "The action has no such field."));
            } else if (value instanceof JsonString text && text.getString().length() <= TEMPLATE_LENGTH_MAX) {
                templates.put(field, text.getString());
            } else {
                errors.add(new FieldError(
                        pointer + "/" + field, "no_template", "A text of at most 2000 characters was expected."));
            }
        });
        action.needed().stream()
                .filter(field -> !json.containsKey(field))
                .sorted()
                .forEach(field -> errors.add(new FieldError(pointer + "/" + field, "missing", "This is needed.")));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new Mapping(templates);
    }

    static Mapping parse(String stored) {
        Map<String, String> templates = new TreeMap<>();
        StoredJson.readObject(stored).forEach((field, value) -> templates.put(field, ((JsonString) value).getString()));
        return new Mapping(templates);
    }

    /** The fields as a message fills them; what it does not say is empty. */
    Map<String, String> apply(JsonObject message) {
        Map<String, String> filled = new TreeMap<>();
        templates.forEach((field, template) -> filled.put(field, fill(template, message)));
        return filled;
    }

    private static String fill(String template, JsonObject message) {
        String filled = PLACEHOLDER.matcher(template).replaceAll(found -> quoted(found, message));
        return filled.substring(0, Math.min(filled.length(), VALUE_LENGTH_MAX)).strip();
    }

    private static String quoted(MatchResult found, JsonObject message) {
        return Matcher.quoteReplacement(value(found.group(1), message));
    }

    private static String value(String pointer, JsonObject message) {
        JsonValue value = message;
        for (String step : pointer.substring(1).split("/", -1)) {
            value = child(value, step.replace("~1", "/").replace("~0", "~"));
        }
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER, TRUE, FALSE -> value.toString();
            case NULL, OBJECT, ARRAY -> "";
        };
    }

    private static JsonValue child(JsonValue parent, String step) {
        if (parent instanceof JsonObject object) {
            return object.getOrDefault(step, JsonValue.NULL);
        }
        boolean index = parent.getValueType() == JsonValue.ValueType.ARRAY && step.matches("[0-9]{1,4}");
        if (index && Integer.parseInt(step) < parent.asJsonArray().size()) {
            return parent.asJsonArray().get(Integer.parseInt(step));
        }
        return JsonValue.NULL;
    }

    public JsonObject toJson() {
        var json = StoredJson.object();
        templates.forEach(json::add);
        return json.build();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
