package io.bilet.api.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For each rule a fault that only breaks the document in this way; the rule must find it. */
class SpecLintBitesTest {

    private static final Spec BUNDLE = Spec.bundle("openapi.json");
    private static final Map<SpecRule, Consumer<Spec>> FAULTS = new EnumMap<>(SpecRule.class);
    private static final Map<SchemaRule, Consumer<Spec>> SCHEMA_FAULTS = new EnumMap<>(SchemaRule.class);

    static {
        FAULTS.put(SpecRule.ONE_DECLARED_TAG, in("getTicket", node -> node.put("tags", List.of("Tickets", "Inbox"))));
        FAULTS.put(SpecRule.SUMMARY_AND_DESCRIPTION, in("getTicket", node -> node.remove("summary")));
        FAULTS.put(SpecRule.PERMISSION, in("getTicket", node -> node.remove("x-permission")));
        FAULTS.put(SpecRule.DESCRIPTION_NAMES_PERMISSION, in("getTicket", node -> node.put("x-permission", "me.read")));
        FAULTS.put(SpecRule.OPERATION_ID, in("getTicket", node -> node.put("operationId", "fetchTicket")));
        FAULTS.put(SpecRule.UNIQUE_OPERATION_IDS, in("getTicket", node -> node.put("operationId", "getUser")));
        FAULTS.put(SpecRule.UNIQUE_TEXTS, in("getTicket", node -> node.put("summary", "Read a user")));
        FAULTS.put(SpecRule.PATHS, spec -> move(spec, "/tickets", "/openTickets"));
        FAULTS.put(SpecRule.PARAMETERS_SNAKE_CASE_AND_DESCRIBED, parameter("Cursor", "name", "pageCursor"));
        FAULTS.put(SpecRule.PROBLEMS_BY_NAME, in("getTicket", node -> Tree.map(node.get("responses"))
                .remove("404")));
        FAULTS.put(SpecRule.EXAMPLES, body("createTicket", content -> content.remove("examples")));
        FAULTS.put(SpecRule.IDEMPOTENCY_KEY, parameter("IdempotencyKey", "name", "Idempotence"));
        FAULTS.put(SpecRule.IF_MATCH, parameter("IfMatchRequired", "required", false));
        FAULTS.put(
                SpecRule.NAMED_BODIES,
                body("createTicket", content -> content.put("schema", Map.of("type", "object"))));
        FAULTS.put(SpecRule.PAGES_HAVE_CURSORS, in("listTickets", node -> node.remove("parameters")));
        FAULTS.put(
                SpecRule.PATCHES_ARE_MERGE_PATCHES,
                spec -> move(
                        Tree.map(Tree.map(spec.operation("updateTicket").node().get("requestBody"))),
                        "content",
                        "application/merge-patch+json",
                        "application/json"));

        SCHEMA_FAULTS.put(SchemaRule.DESCRIBED, property("subject", node -> node.remove("description")));
        SCHEMA_FAULTS.put(
                SchemaRule.SNAKE_CASE,
                spec -> Tree.map(spec.schema("NewTicket").get("properties")).put("externalId", Map.of()));
        SCHEMA_FAULTS.put(SchemaRule.NOTHING_INLINE, property("subject", node -> node.put("enum", List.of("a"))));
        SCHEMA_FAULTS.put(SchemaRule.KNOWN_KEYWORDS, property("subject", node -> node.put("multipleOf", 2)));
        SCHEMA_FAULTS.put(
                SchemaRule.CLOSED_REQUESTS, spec -> spec.schema("NewRequester").remove("additionalProperties"));
        SCHEMA_FAULTS.put(SchemaRule.BOUNDED_REQUESTS, property("subject", node -> node.remove("maxLength")));
        SCHEMA_FAULTS.put(SchemaRule.IDS_SAY_OF_WHAT, property("group_id", node -> node.remove("x-id-prefix")));
        SCHEMA_FAULTS.put(SchemaRule.EXAMPLES_FIT, property("subject", node -> node.put("maxLength", 3)));
        SCHEMA_FAULTS.put(SchemaRule.PROBLEMS_HAVE_PAGES, SpecLintBitesTest::misspellProblem);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_fault_is_found_by_its_rule(SpecRule rule) {
        Spec faulty = BUNDLE.copy();

        FAULTS.getOrDefault(rule, spec -> {}).accept(faulty);

        assertThat(rule.findings(faulty)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_fault_in_a_schema_is_found_by_its_rule(SchemaRule rule) {
        Spec faulty = BUNDLE.copy();

        SCHEMA_FAULTS.getOrDefault(rule, spec -> {}).accept(faulty);

        assertThat(rule.findings(faulty)).isNotEmpty();
    }

    private static Consumer<Spec> in(String operation, Consumer<Map<String, Object>> fault) {
        return spec -> fault.accept(spec.operation(operation).node());
    }

    private static Consumer<Spec> body(String operation, Consumer<Map<String, Object>> fault) {
        return in(operation, node -> Tree.map(Tree.map(node.get("requestBody")).get("content"))
                .values()
                .forEach(content -> fault.accept(Tree.map(content))));
    }

    private static Consumer<Spec> parameter(String component, String key, Object value) {
        return spec -> Tree.map(spec.components("parameters").get(component)).put(key, value);
    }

    private static Consumer<Spec> property(String name, Consumer<Map<String, Object>> fault) {
        return spec -> fault.accept(
                Tree.map(Tree.map(spec.schema("NewTicket").get("properties")).get(name)));
    }

    private static void move(Spec spec, String from, String to) {
        move(spec.document(), "paths", from, to);
    }

    private static void move(Map<String, Object> holder, String key, String from, String to) {
        Map<String, Object> map = Tree.map(holder.get(key));
        map.put(to, map.remove(from));
    }

    private static void misspellProblem(Spec spec) {
        Map<String, Object> response = Tree.map(spec.components("responses").get("NotFound"));
        Map<String, Object> content = Tree.map(Tree.map(response.get("content")).get("application/problem+json"));
        Tree.map(content.get("example")).put("type", "/problems/not-fuond");
    }
}
