package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fields that an administrator added: filled in, found by, routed by, and needed before a ticket is solved. */
@Journey
class TicketFieldsIT {

    private static final String SERIAL = "{'key': 'KEY', 'type': 'text', 'label': {'en': 'Serial', 'tr': 'Seri'},"
            + " 'pattern': '[A-Z][0-9]{1,8}', 'for_requesters': true}";

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver requester = DeskDriver.asRequester();
    private final String key = "k" + System.nanoTime();
    private final List<String> made = new ArrayList<>();

    /** Other journeys open tickets too. */
    @AfterEach
    void take_away_what_acts() {
        made.stream().filter(path -> !path.startsWith("ticket-fields")).forEach(path -> admin.delete(path, "*"));
        made.stream()
                .filter(path -> path.startsWith("ticket-fields"))
                .forEach(path -> admin.patch(path, json("{'active': false}"), "*"));
    }

    @Test
    void a_field_is_filled_in_found_by_and_recorded_with_what_it_was() {
        add("ticket-fields", SERIAL);
        add("ticket-fields", "{'key': 'KEY_seats', 'type': 'number', 'label': {'en': 'Seats'}, 'default_value': 1}");

        JsonObject ticket = ticket(admin, "{'KEY': 'X1'}");
        assertThat(ticket.getJsonObject("custom_fields")).isEqualTo(json("{'KEY': 'X1', 'KEY_seats': 1}"));
        String path = "tickets/" + ticket.getString("id");
        Answer changed = admin.patch(path, json("{'custom_fields': {'KEY': 'Y22', 'KEY_seats': null}}"), "*");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(admin.get(path).getJsonObject("custom_fields")).isEqualTo(json("{'KEY': 'Y22'}"));
        assertThat(found("tickets?custom_field=" + key + ":y22")).containsExactly(ticket.getString("id"));
        assertThat(found("tickets?custom_field=" + key + ":x1")).isEmpty();
        assertThat(admin.get(path + "/events?limit=100").getJsonArray("items").getValuesAs(JsonObject.class))
                .flatExtracting(event -> event.getJsonArray("changes"))
                .contains(json("{'field': 'custom_fields.KEY', 'from': 'X1', 'to': 'Y22'}"));
    }

    @Test
    void rules_and_views_ask_about_it_and_it_stays_while_they_do() {
        String field = add("ticket-fields", """
                {'key': 'KEY', 'type': 'choice', 'label': {'en': 'Plan'},
                 'choices': [{'value': 'gold', 'label': {'en': 'Gold'}}, {'value': 'tin', 'label': {'en': 'Tin'}}]}""");
        String gold = "{'field': 'ticket.custom_fields.KEY', 'operator': 'is', 'value': 'gold'}";
        String rule =
                add("routing-rules", "{'name': 'KEY', 'condition': " + gold + ", 'effects': {'priority': 'urgent'}}");
        String view = add("views", "{'name': 'KEY', 'condition': " + gold + "}");

        JsonObject first = ticket(admin, "{'KEY': 'gold'}");
        JsonObject other = ticket(admin, "{'KEY': 'tin'}");

        assertThat(first.getString("priority")).isEqualTo("urgent");
        assertThat(other.getString("priority")).isEqualTo("normal");
        assertThat(found(view + "/tickets")).containsExactly(first.getString("id"));
        Answer off = admin.patch(field, json("{'active': false}"), "*");
        assertThat(off.status()).isEqualTo(409);
        assertThat(off.json().getString("detail")).contains("routing rule \"" + key, "view \"" + key);
        assertThat(admin.delete(rule, "*").status()).isEqualTo(204);
        assertThat(admin.delete(view, "*").status()).isEqualTo(204);
        assertThat(admin.delete(field, "*").json().getString("detail")).contains("Tickets have values");
        assertThat(admin.patch(field, json("{'active': false}"), "*").status()).isEqualTo(200);
    }

    @Test
    void what_is_needed_is_filled_in_before_a_ticket_is_solved() {
        add("ticket-fields", "{'key': 'KEY', 'type': 'boolean', 'label': {'en': 'Safe'}, 'required_for': ['solved']}");
        JsonObject ticket = ticket(admin, "{}");
        String path = "tickets/" + ticket.getString("id");

        refused(422, "/status", admin.put(path + "/status", json("{'status': 'solved'}"), "*"));
        admin.patch(path, json("{'custom_fields': {'KEY': true}}"), "*");
        assertThat(admin.put(path + "/status", json("{'status': 'solved'}"), "*")
                        .status())
                .isEqualTo(200);
        refused(422, "/custom_fields/" + key, admin.patch(path, json("{'custom_fields': {'KEY': null}}"), "*"));
    }

    @Test
    void requesters_know_only_the_fields_that_are_for_them() {
        add("ticket-fields", SERIAL);
        add("ticket-fields", "{'key': 'KEY_fraud', 'type': 'boolean', 'label': {'en': 'Fraud'}}");

        String id = ticket(requester, "{'KEY': 'X1'}").getString("id");
        admin.patch("tickets/" + id, json("{'custom_fields': {'KEY_fraud': true}}"), "*");

        assertThat(requester.get("tickets/" + id).getJsonObject("custom_fields"))
                .isEqualTo(json("{'KEY': 'X1'}"));
        assertThat(requester.get("tickets?limit=100").toString()).doesNotContain("_fraud");
        assertThat(requester
                        .tryGet("tickets?custom_field=" + key + "_fraud:true")
                        .status())
                .isEqualTo(400);
        refused(422, "/custom_fields/" + key + "_fraud", requester.post("tickets", draft("{'KEY_fraud': false}")));
    }

    @Test
    void what_is_wrong_is_said_where_it_stands() {
        add("ticket-fields", SERIAL);
        refused(422, "/custom_fields/" + key, admin.post("tickets", draft("{'KEY': 'lower'}")));
        refused(422, "/custom_fields/nothing", admin.post("tickets", draft("{'nothing': 1}")));
        assertThat(admin.tryGet("tickets?custom_field=nothing:1").status()).isEqualTo(400);
        refused(422, "/key", admin.post("ticket-fields", json("{'key': 'No', 'type': 'text', 'label': {'en': 'A'}}")));
        refused(
                422,
                "/pattern",
                admin.post(
                        "ticket-fields",
                        json("{'key': 'KEY_p', 'type': 'text', 'label': {'en': 'A'}, 'pattern': '(?=a)'}")));
        assertThat(admin.post("ticket-fields", json(SERIAL)).status()).isEqualTo(409);
        refused(400, "/condition/field", admin.post("views", json("""
                {'name': 'KEY', 'condition': {'field': 'ticket.custom_fields.nothing', 'operator': 'is', 'value': 1}}""")));
    }

    private static void refused(int status, String pointer, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    /** The path of what was made. */
    private String add(String resource, String body) {
        Answer answer = admin.post(resource, json(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String path = resource + "/" + answer.json().getString("id");
        made.add(path);
        return path;
    }

    private JsonObject ticket(DeskDriver caller, String values) {
        Answer answer = caller.post("tickets", draft(values));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject draft(String values) {
        return Json.createObjectBuilder(json("{'subject': 'A matter', 'comment': {'text': 'Look.'}}"))
                .add("custom_fields", json(values))
                .build();
    }

    private List<String> found(String path) {
        return admin.get(path).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(ticket -> ticket.getString("id"))
                .toList();
    }

    private JsonObject json(String text) {
        String written = text.replace('\'', '"').replace("KEY", key);
        try (JsonReader reader = Json.createReader(new StringReader(written))) {
            return reader.readObject();
        }
    }
}
