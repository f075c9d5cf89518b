package io.bilet.api.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every schema and example keeps to. */
enum SchemaRule {
    DESCRIBED(SchemaRule::undescribed),
    SNAKE_CASE(SchemaRule::misspelt),
    /** The generator gives inline schemas names of its own, and annotations of libraries we do not use. */
    NOTHING_INLINE(SchemaRule::inline),
    /** What the reader of request bodies does not know would go unchecked. */
    KNOWN_KEYWORDS(SchemaRule::unknownKeywords),
    CLOSED_REQUESTS(SchemaRule::openRequests),
    BOUNDED_REQUESTS(SchemaRule::unboundedRequests),
    /** Only then is a malformed id refused where it stands. */
    IDS_SAY_OF_WHAT(SchemaRule::idsOfAnything),
    EXAMPLES_FIT(SchemaRule::misfits),
    PROBLEMS_HAVE_PAGES(SchemaRule::pagelessProblems);

    private static final Set<String> KEYWORDS = Set.of(
            ("type format enum description properties required additionalProperties items minLength maxLength pattern"
                            + " minimum maximum minItems maxItems minProperties maxProperties nullable allOf default"
                            + " example writeOnly x-enum-varnames x-id-prefix $ref")
                    .split(" "));
    private static final Pattern SNAKE = Pattern.compile("(?!is_)[a-z][a-z0-9_]*");
    private static final Pattern OUR_ID = Pattern.compile("(?!external_id)([a-z_]+_)?ids?");
    private static final Set<String> LIMITED_FORMATS = Set.of("date", "date-time", "binary");

    @SuppressWarnings("ImmutableEnumChecker") // each constant is given a method of this class
    private final Function<Spec, List<String>> findings;

    SchemaRule(Function<Spec, List<String>> findings) {
        this.findings = findings;
    }

    /** Where the document breaks this rule. */
    List<String> findings(Spec spec) {
        return findings.apply(spec);
    }

    private static List<String> undescribed(Spec spec) {
        return collect(spec, (where, schema, found) -> {
            if (!schema.containsKey("$ref")
                    && !where.endsWith("[]")
                    && Tree.text(schema, "description").isEmpty()) {
                found.add(where);
            }
        });
    }

    private static List<String> misspelt(Spec spec) {
        return collect(spec, (where, schema, found) -> {
            Tree.map(schema.get("properties")).keySet().stream()
                    .filter(name -> !SNAKE.matcher(name).matches())
                    .forEach(name -> found.add(where + "." + name));
            Tree.list(schema.get("enum")).stream()
                    .filter(value -> !String.valueOf(value).matches("-?[a-z][a-z0-9_]*"))
                    .forEach(value -> found.add(where + " " + value));
        });
    }

    private static List<String> inline(Spec spec) {
        return collect(spec, (where, schema, found) -> {
            boolean nested = where.contains(".") || where.endsWith("[]");
            if (nested && (schema.containsKey("properties") || schema.containsKey("enum") || isObject(schema))) {
                found.add(where);
            }
        });
    }

    private static boolean isObject(Map<String, Object> schema) {
        return "object".equals(schema.get("type")) && !schema.containsKey("allOf");
    }

    private static List<String> unknownKeywords(Spec spec) {
        return collect(spec, (where, schema, found) -> schema.keySet().stream()
                .filter(keyword -> !KEYWORDS.contains(keyword))
                .forEach(keyword -> found.add(where + " " + keyword)));
    }

    private static List<String> openRequests(Spec spec) {
        List<String> found = new ArrayList<>();
        for (String name : requestSchemas(spec)) {
            Map<String, Object> schema = spec.schema(name);
            Object others = schema.get("additionalProperties");
            boolean free = (Boolean.TRUE.equals(others) || others instanceof Map) && !schema.containsKey("properties");
            if (isObject(schema) && !free && !Boolean.FALSE.equals(others)) {
                found.add(name);
            }
        }
        return found;
    }

    private static List<String> unboundedRequests(Spec spec) {
        List<String> found = new ArrayList<>();
        requestSchemas(spec)
                .forEach(name -> walk(name, spec.schema(name), (where, schema) -> {
                    if (!isBounded(schema)) {
                        found.add(where);
                    }
                }));
        return found;
    }

    private static boolean isBounded(Map<String, Object> schema) {
        if (schema.containsKey("allOf")) {
            return true;
        }
        return switch (Tree.text(schema, "type")) {
            case "string" ->
                schema.containsKey("maxLength")
                        || schema.containsKey("enum")
                        || LIMITED_FORMATS.contains(Tree.text(schema, "format"));
            case "array" -> schema.containsKey("maxItems");
            case "integer", "number" -> schema.containsKey("minimum") && schema.containsKey("maximum");
            default -> true;
        };
    }

    private static List<String> idsOfAnything(Spec spec) {
        List<String> found = new ArrayList<>();
        requestSchemas(spec)
                .forEach(name -> Tree.map(spec.schema(name).get("properties")).forEach((property, schema) -> {
                    if (OUR_ID.matcher(property).matches() && !saysOfWhat(Tree.map(schema))) {
                        found.add(name + "." + property);
                    }
                }));
        spec.operations().forEach(operation -> operation.parameters().stream()
                .filter(parameter ->
                        OUR_ID.matcher(Tree.text(parameter, "name")).matches())
                .filter(parameter -> !saysOfWhat(Tree.map(parameter.get("schema"))))
                .forEach(parameter -> found.add(operation.where() + " " + parameter.get("name"))));
        return found;
    }

    private static boolean saysOfWhat(Map<String, Object> schema) {
        Map<String, Object> id = schema.containsKey("items") ? Tree.map(schema.get("items")) : schema;
        return id.containsKey("x-id-prefix") || id.containsKey("pattern");
    }

    private static Set<String> requestSchemas(Spec spec) {
        Set<String> names = new LinkedHashSet<>();
        spec.operations().forEach(operation -> follow(spec, operation.node().get("requestBody"), names));
        return names;
    }

    private static void follow(Spec spec, @Nullable Object node, Set<String> names) {
        String prefix = "#/components/schemas/";
        if (node instanceof List<?> list) {
            list.forEach(item -> follow(spec, item, names));
        }
        Tree.map(node).forEach((key, value) -> {
            boolean schema = key.equals("$ref") && String.valueOf(value).startsWith(prefix);
            if (!schema) {
                follow(spec, value, names);
            } else if (names.add(String.valueOf(value).substring(prefix.length()))) {
                follow(spec, spec.follow(node), names);
            }
        });
    }

    private static List<String> misfits(Spec spec) {
        List<String> found = new ArrayList<>();
        spec.operations().forEach(operation -> operation.ownContents().forEach(content -> {
            Map<String, Object> node = Tree.map(content.getValue());
            Tree.map(node.get("examples")).forEach((name, example) -> Fit.misfits(
                            spec,
                            Tree.map(node.get("schema")),
                            spec.follow(example).get("value"))
                    .forEach(misfit -> found.add(operation.where() + " " + name + misfit)));
        }));
        spec.components("responses").forEach((name, response) -> {
            Map<String, Object> node =
                    Tree.map(Tree.map(Tree.map(response).get("content")).get("application/problem+json"));
            if (!node.isEmpty()) {
                Fit.misfits(spec, Tree.map(node.get("schema")), node.get("example"))
                        .forEach(misfit -> found.add(name + misfit));
            }
        });
        return found;
    }

    private static List<String> pagelessProblems(Spec spec) {
        return spec.components("responses").values().stream()
                .map(response ->
                        Tree.map(Tree.map(Tree.map(response).get("content")).get("application/problem+json")))
                .map(content -> Tree.text(Tree.map(content.get("example")), "type"))
                .filter(type -> !type.isEmpty())
                .filter(type -> SchemaRule.class.getResource("/META-INF/bilet" + type + ".md") == null)
                .toList();
    }

    private interface Look {
        void at(String where, Map<String, Object> schema, List<String> found);
    }

    private static List<String> collect(Spec spec, Look look) {
        List<String> found = new ArrayList<>();
        spec.components("schemas")
                .forEach((name, schema) -> walk(name, Tree.map(schema), (where, node) -> look.at(where, node, found)));
        return found;
    }

    private static void walk(String where, Map<String, Object> schema, BiConsumer<String, Map<String, Object>> look) {
        look.accept(where, schema);
        Tree.map(schema.get("properties"))
                .forEach((name, property) -> walk(where + "." + name, Tree.map(property), look));
        if (schema.containsKey("items")) {
            walk(where + "[]", Tree.map(schema.get("items")), look);
        }
    }
}
