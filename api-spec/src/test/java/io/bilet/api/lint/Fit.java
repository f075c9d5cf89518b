package io.bilet.api.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares an example with the schema it stands beside. */
final class Fit {

    private final Spec spec;
    private final List<String> misfits = new ArrayList<>();

    private Fit(Spec spec) {
        this.spec = spec;
    }

    /** Where the value does not fit, as JSON Pointers with what is wrong. */
    static List<String> misfits(Spec spec, Map<String, Object> schema, @Nullable Object value) {
        Fit fit = new Fit(spec);
        fit.compare(schema, value, "");
        return fit.misfits;
    }

    private void compare(Map<String, Object> node, @Nullable Object value, String pointer) {
        Map<String, Object> schema = spec.follow(node);
        if (value == null) {
            note(Boolean.TRUE.equals(schema.get("nullable")) || !schema.containsKey("type"), pointer, "null");
            return;
        }
        Tree.list(schema.get("allOf")).forEach(part -> compare(Tree.map(part), value, pointer));
        List<Object> allowed = Tree.list(schema.get("enum"));
        note(allowed.isEmpty() || allowed.contains(value), pointer, "not in the enumeration");
        switch (Tree.text(schema, "type")) {
            case "object" -> compareMembers(schema, value, pointer);
            case "array" -> compareItems(schema, value, pointer);
            case "string" -> compareText(schema, value, pointer);
            case "integer" -> compareNumber(schema, value, pointer);
            case "boolean" -> note(value instanceof Boolean, pointer, "no boolean");
            default -> {}
        }
    }

    private void compareMembers(Map<String, Object> schema, Object value, String pointer) {
        note(value instanceof Map<?, ?>, pointer, "no object");
        Map<String, Object> properties = Tree.map(schema.get("properties"));
        Tree.list(schema.get("required"))
                .forEach(name -> note(Tree.map(value).containsKey(name), pointer + "/" + name, "missing"));
        Tree.map(value).forEach((name, member) -> {
            boolean known = properties.containsKey(name);
            Object others = schema.getOrDefault("additionalProperties", false);
            note(known || !Boolean.FALSE.equals(others), pointer + "/" + name, "unknown");
            if (known || others instanceof Map<?, ?>) {
                compare(Tree.map(known ? properties.get(name) : others), member, pointer + "/" + name);
            }
        });
    }

    private void compareItems(Map<String, Object> schema, Object value, String pointer) {
        note(value instanceof List<?>, pointer, "no array");
        List<Object> items = Tree.list(value);
        for (int i = 0; i < items.size(); i++) {
            compare(Tree.map(schema.get("items")), items.get(i), pointer + "/" + i);
        }
    }

    private void compareText(Map<String, Object> schema, Object value, String pointer) {
        note(value instanceof String, pointer, "no string");
        String text = String.valueOf(value);
        int most = schema.get("maxLength") instanceof Integer limit ? limit : Integer.MAX_VALUE;
        note(text.length() <= most, pointer, "too long");
        String pattern = Tree.text(schema, "pattern");
        note(pattern.isEmpty() || text.matches(pattern), pointer, "does not match");
        String form =
                switch (Tree.text(schema, "format")) {
                    case "date-time" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
                    case "date" -> "\\d{4}-\\d\\d-\\d\\d";
                    case "duration" -> "P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?";
                    default -> "(?s).*";
                };
        note(text.matches(form), pointer, "not of its format");
    }

    private void compareNumber(Map<String, Object> schema, Object value, String pointer) {
        note(value instanceof Integer || value instanceof Long, pointer, "no integer");
        if (value instanceof Number number) {
            boolean enough =
                    !(schema.get("minimum") instanceof Number least) || number.longValue() >= least.longValue();
            boolean few = !(schema.get("maximum") instanceof Number most) || number.longValue() <= most.longValue();
            note(enough && few, pointer, "out of range");
        }
    }

    private void note(boolean fits, String pointer, String misfit) {
        if (!fits) {
            misfits.add(pointer + " " + misfit);
        }
    }
}
