package io.bilet.api.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every operation keeps to. */
enum SpecRule {
    /** Only the first tag counts when code is generated. */
    ONE_DECLARED_TAG(each(SpecRule::hasOneDeclaredTag)),
    SUMMARY_AND_DESCRIPTION(
            each((spec, operation) -> Tree.text(operation.node(), "summary").matches("[A-Z].{2,79}[^.]")
                    && Tree.text(operation.node(), "description").matches("(?s)[A-Z].{10,}\\."))),
    PERMISSION(each((spec, operation) -> hasPermission(operation))),
    DESCRIPTION_NAMES_PERMISSION(each((spec, operation) -> namesPermission(operation))),
    OPERATION_ID(each((spec, operation) -> operation.id().matches(verb(operation) + "[A-Z][A-Za-z]*"))),
    UNIQUE_OPERATION_IDS(spec -> twice(spec.operations().stream().map(Operation::id))),
    UNIQUE_TEXTS(SpecRule::textsUsedTwice),
    PATHS(each((spec, operation) ->
            operation.path().matches("(/([a-z][a-z-]*|openapi\\.(json|yaml)|\\{[a-z_]+_(id|name)}))+"))),
    PARAMETERS_SNAKE_CASE_AND_DESCRIBED(
            each((spec, operation) -> operation.parameters().stream().allMatch(SpecRule::isTidy))),
    PROBLEMS_BY_NAME(each(SpecRule::namesItsProblems)),
    EXAMPLES(each((spec, operation) ->
            operation.ownContents().allMatch(content -> hasExample(Tree.map(content.getValue()))))),
    /** A signed message says itself which one it is. */
    IDEMPOTENCY_KEY(each((spec, operation) -> !operation.method().equals("post")
            || operation.parameter("Idempotency-Key").isPresent()
            || operation.parameter("webhook-id").isPresent())),
    IF_MATCH(each((spec, operation) -> asksForVersion(operation))),
    NAMED_BODIES(each(SpecRule::namesItsBodies)),
    PAGES_HAVE_CURSORS(each(SpecRule::pagesHaveCursors)),
    PATCHES_ARE_MERGE_PATCHES(each((spec, operation) -> operation.method().equals("patch")
            == Tree.map(Tree.map(operation.node().get("requestBody")).get("content"))
                    .containsKey("application/merge-patch+json")));

    private static final Pattern SNAKE = Pattern.compile("(?!is_)[a-z][a-z0-9_]*");
    private static final Set<String> VERSIONLESS = Set.of(
            "/groups/{group_id}/members/{agent_id}",
            "/jobs/{job_id}",
            "/tokens/{token_id}",
            "/suspended-mails/{inbound_mail_id}",
            "/offers/{offer_id}",
            "/users/{user_id}/facts/{fact_name}",
            "/organizations/{organization_id}/facts/{fact_name}");
    private static final Set<String> HEADERS = Set.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Last-Event-ID",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature");

    @SuppressWarnings("ImmutableEnumChecker") // each constant is given a method of this class
    private final Function<Spec, List<String>> findings;

    SpecRule(Function<Spec, List<String>> findings) {
        this.findings = findings;
    }

    /** Where the document breaks this rule. */
    List<String> findings(Spec spec) {
        return findings.apply(spec);
    }

    private interface Check {
        boolean holds(Spec spec, Operation operation);
    }

    private static Function<Spec, List<String>> each(Check check) {
        return spec -> spec.operations().stream()
                .filter(operation -> !check.holds(spec, operation))
                .map(Operation::where)
                .toList();
    }

    private static boolean hasOneDeclaredTag(Spec spec, Operation operation) {
        List<Object> tags = Tree.list(operation.node().get("tags"));
        return tags.size() == 1
                && Tree.list(spec.document().get("tags")).stream()
                        .anyMatch(tag -> tags.get(0).equals(Tree.map(tag).get("name")));
    }

    /** Without a permission the code generated from it would deny everybody, with an unknown one as well. */
    private static boolean hasPermission(Operation operation) {
        boolean open = operation.node().containsKey("security");
        return operation.isPublic()
                ? open
                : !open
                        && !operation.permissions().isEmpty()
                        && operation.permissions().stream().allMatch(name -> name.matches("[a-z_]+\\.[a-z_]+"));
    }

    private static boolean namesPermission(Operation operation) {
        String description = Tree.text(operation.node(), "description");
        return operation.isPublic()
                ? description.endsWith("Open to everybody.")
                : operation.permissions().stream().allMatch(name -> description
                        .substring(Math.max(0, description.lastIndexOf("Requires permission ")))
                        .contains("`" + name + "`"));
    }

    private static String verb(Operation operation) {
        return switch (operation.method()) {
            case "get" -> "(get|list)";
            case "post" -> "create";
            case "delete" -> "delete";
            default -> "update";
        };
    }

    private static List<String> textsUsedTwice(Spec spec) {
        Function<String, Stream<String>> texts =
                key -> spec.operations().stream().map(operation -> Tree.text(operation.node(), key));
        Stream<String> responses = spec.components("responses").values().stream()
                .map(response -> Tree.text(Tree.map(response), "description"));
        List<String> found = new ArrayList<>(twice(texts.apply("summary")));
        found.addAll(twice(texts.apply("description")));
        found.addAll(twice(responses));
        return found;
    }

    private static List<String> twice(Stream<String> texts) {
        Set<String> seen = new HashSet<>();
        return texts.filter(text -> !seen.add(text)).toList();
    }

    private static boolean isTidy(Map<String, Object> parameter) {
        String name = Tree.text(parameter, "name");
        boolean header = "header".equals(parameter.get("in"));
        return (header ? HEADERS.contains(name) : SNAKE.matcher(name).matches())
                && !Tree.text(parameter, "description").isEmpty()
                && parameter.containsKey("example");
    }

    private static boolean namesItsProblems(Spec spec, Operation operation) {
        List<String> needed = new ArrayList<>(List.of("default", "429"));
        if (!operation.isPublic()) {
            needed.addAll(List.of("400", "401", "403"));
        }
        if (operation.hasPathParameter()) {
            needed.add("404");
        }
        if (operation.hasBody()) {
            needed.addAll(List.of("413", "415", "422"));
        }
        if (operation.method().equals("post")) {
            needed.addAll(List.of("409", "422"));
        }
        Predicate<Map.Entry<String, Object>> succeeds =
                answer -> answer.getKey().startsWith("2");
        return operation.responses().keySet().containsAll(needed)
                && operation.responses().entrySet().stream()
                        .filter(succeeds.negate())
                        .allMatch(answer -> Tree.map(answer.getValue()).containsKey("$ref"));
    }

    private static boolean hasExample(Map<String, Object> content) {
        return content.containsKey("example")
                || !Tree.map(content.get("examples")).isEmpty();
    }

    /**
     * A ticket and its parts are changed only on the ground of a reading; the caller's own read mark and following are
     * no parts. What a macro does is many changes at once. What has no version of its own cannot be asked for one.
     */
    private static boolean asksForVersion(Operation operation) {
        if (operation.method().equals("get")) {
            return operation.parameter("If-Match").isEmpty();
        }
        boolean changes = !operation.method().equals("post");
        boolean strict = changes
                        && operation.path().startsWith("/tickets/")
                        && !operation.path().matches(".*/(read-mark|followers/.*)")
                || operation.path().endsWith("/macro-runs");
        boolean required = operation
                .parameter("If-Match")
                .filter(header -> Boolean.TRUE.equals(header.get("required")))
                .isPresent();
        return required == strict
                && (!changes
                        || VERSIONLESS.contains(operation.path())
                                != operation.parameter("If-Match").isPresent())
                && (!strict || operation.responses().keySet().containsAll(Set.of("412", "428")));
    }

    private static boolean namesItsBodies(Spec spec, Operation operation) {
        return operation
                .ownContents()
                .filter(content -> content.getKey().contains("json"))
                .map(content -> Tree.map(Tree.map(content.getValue()).get("schema")))
                .allMatch(schema -> schema.containsKey("$ref") || "binary".equals(schema.get("format")));
    }

    /** A feed is read on from a position, which a cursor would only hide. */
    private static boolean pagesHaveCursors(Spec spec, Operation operation) {
        boolean page = operation
                .ownContents()
                .map(content ->
                        spec.follow(Tree.map(Tree.map(content.getValue()).get("schema"))))
                .anyMatch(schema -> Tree.map(schema.get("properties")).containsKey("next"));
        boolean cursor = operation.parameter("cursor").isPresent();
        boolean limit = operation.parameter("limit").isPresent();
        return page ? limit && (cursor || operation.parameter("after").isPresent()) : !limit && !cursor;
    }
}
