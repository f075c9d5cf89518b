package io.bilet.journey.security;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations of the shipped specification, as an attacker reads it. */
final class Spec {

    private static final JsonObject DOCUMENT = read();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private Spec() {}

    static List<Op> operations() {
        List<Op> all = new ArrayList<>();
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        all.add(new Op(method.toUpperCase(Locale.ROOT), path, operation.asJsonObject()));
                    }
                }));
        return all;
    }

    static List<Op> operationsWithJson() {
        return operations().stream()
                .filter(op -> op.mediaType().endsWith("json") && op.hasModel())
                .toList();
    }

    /** The names of the properties of a component, such as a read model. */
    static Set<String> properties(String component) {
        return schema(component).getJsonObject("properties").keySet();
    }

    private static JsonObject schema(String component) {
        return DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(component);
    }

    private static JsonObject read() {
        InputStream json = Objects.requireNonNull(Spec.class.getResourceAsStream("/META-INF/bilet/openapi.json"));
        try (JsonReader reader = Json.createReader(json)) {
            return reader.readObject();
        }
    }

    /** One operation. */
    record Op(String method, String path, JsonObject json) {

        String id() {
            return json.getString("operationId");
        }

        Set<String> permissions() {
            JsonValue named = json.get("x-permission");
            return named instanceof JsonArray any
                    ? any.getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .collect(Collectors.toSet())
                    : Set.of(json.getString("x-permission"));
        }

        boolean isPublic() {
            return permissions().equals(Set.of("public"));
        }

        boolean writes() {
            return !method.equals("GET");
        }

        /** What it takes; empty if it takes nothing. */
        String mediaType() {
            return json.containsKey("requestBody")
                    ? json.getJsonObject("requestBody")
                            .getJsonObject("content")
                            .keySet()
                            .iterator()
                            .next()
                    : "";
        }

        /** The properties its body may have. */
        Set<String> bodyProperties() {
            JsonObject schema = json.getJsonObject("requestBody")
                    .getJsonObject("content")
                    .getJsonObject(mediaType())
                    .getJsonObject("schema");
            String ref = schema.getString("$ref");
            return properties(ref.substring(ref.lastIndexOf('/') + 1));
        }

        /** Whether its body has a schema, and is not taken as it is on the wire. */
        boolean hasModel() {
            return json.getJsonObject("requestBody")
                    .getJsonObject("content")
                    .getJsonObject(mediaType())
                    .getJsonObject("schema")
                    .containsKey("$ref");
        }

        boolean isOfATicket() {
            return path.startsWith("/tickets/{ticket_id}");
        }

        /** The path below the root of the API, with ids of things that do not exist. */
        String pathOfNothing() {
            return path.substring(1)
                    .replace("{ticket_id}", "tkt_" + NOBODY)
                    .replace("{user_id}", "usr_" + NOBODY)
                    .replace("{agent_id}", "usr_" + NOBODY)
                    .replace("{identity_id}", "idt_" + NOBODY)
                    .replace("{organization_id}", "org_" + NOBODY)
                    .replace("{group_id}", "grp_" + NOBODY)
                    .replace("{skill_id}", "skl_" + NOBODY)
                    .replace("{brand_id}", "brd_" + NOBODY)
                    .replace("{schedule_id}", "sch_" + NOBODY)
                    .replace("{sla_policy_id}", "slp_" + NOBODY)
                    .replace("{routing_rule_id}", "rtr_" + NOBODY)
                    .replace("{trigger_id}", "trg_" + NOBODY)
                    .replace("{automation_id}", "aut_" + NOBODY)
                    .replace("{mail_channel_id}", "mch_" + NOBODY)
                    .replace("{support_address_id}", "sad_" + NOBODY)
                    .replace("{inbound_mail_id}", "inm_" + NOBODY)
                    .replace("{attachment_id}", "att_" + NOBODY)
                    .replace("{offer_id}", "off_" + NOBODY)
                    .replace("{webhook_id}", "whk_" + NOBODY)
                    .replace("{delivery_id}", "msg_" + NOBODY)
                    .replace("{inbound_webhook_id}", "iwh_" + NOBODY)
                    .replace("{token_id}", "tok_" + NOBODY)
                    .replaceAll("\\{[a-z_]+}", NOBODY)
                    .replaceAll("^events$", "events?for=PT0S"); // it would go on for an hour
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Digits of an id that nothing has. */
    static final String NOBODY = "0198c0ffee0070008000000000009999";
}
