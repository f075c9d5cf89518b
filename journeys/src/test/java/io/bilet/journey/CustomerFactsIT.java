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

/** What other systems know about customers: written down, shown beside tickets, and asked about by rules and views. */
@Journey
class CustomerFactsIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String key = "k" + System.nanoTime();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void take_away_what_acts() {
        for (int i = made.size() - 1; i >= 0; i--) {
            admin.delete(made.get(i), "*");
        }
    }

    @Test
    void a_fact_about_an_organization_routes_its_tickets_and_fills_a_view() {
        add("fact-definitions", """
                {'key': 'KEY', 'about': 'organization', 'type': 'multi_choice', 'label': {'en': 'Has bought'},
                 'choices': [{'value': 'printer', 'label': {'en': 'Printer'}}, {'value': 'fax', 'label': {'en': 'Fax'}}]}""");
        String organization = id(admin.post("organizations", json("{'name': 'KEY'}")));
        String user = id(admin.post("users", json("{'name': 'Ada', 'organization_id': '" + organization + "'}")));
        String bought = "{'field': 'organization.facts.KEY', 'operator': 'includes_any', 'value': ['fax']}";
        String rule = add("routing-rules", "{'name': 'KEY', 'condition': " + bought + ", 'effects': {'vip': true}}");
        String view = add("views", "{'name': 'KEY', 'condition': " + bought + "}");

        JsonObject before = ticket(user);
        JsonObject fact = written("organizations/" + organization, "{'value': ['fax', 'printer'], 'source': 'shop'}");
        JsonObject after = ticket(user);

        assertThat(fact.getJsonArray("value").toString()).isEqualTo("[\"fax\",\"printer\"]");
        assertThat(before.getBoolean("vip")).isFalse();
        assertThat(after.getBoolean("vip")).isTrue();
        assertThat(admin.get(view + "/tickets").getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(ticket -> ticket.getString("id"))
                .containsExactlyInAnyOrder(before.getString("id"), after.getString("id"));
        assertThat(decided(after)).contains(id(rule), "organization.facts." + key);
        Answer refused = admin.delete(made.get(0), "*");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("routing rule \"" + key, "view \"" + key);
    }

    @Test
    void what_is_known_stands_beside_the_ticket_with_its_source_and_age() {
        add(
                "fact-definitions",
                "{'key': 'KEY', 'about': 'requester', 'type': 'number', 'label': {'en': 'Value'}, 'valid_for': 'PT1H'}");
        String user = id(admin.post("users", json("{'name': 'Ada'}")));
        String path = "users/" + user;
        written(path, "{'value': 10, 'source': 'crm', 'observed_at': '2026-01-02T10:00:00Z'}");
        written(path, "{'value': 20, 'source': 'billing', 'observed_at': '2026-01-03T10:00:00Z'}");
        JsonObject late = written(path, "{'value': 5, 'source': 'crm', 'observed_at': '2026-01-01T10:00:00Z'}");

        assertThat(late.getInt("value")).isEqualTo(20);
        JsonObject context = admin.get("tickets/" + ticket(user).getString("id") + "/context")
                .getJsonObject("requester");
        JsonObject fact = context.getJsonArray("facts").getJsonObject(0);
        assertThat(context.getString("id")).isEqualTo(user);
        assertThat(fact.getString("source")).isEqualTo("billing");
        assertThat(fact.getInt("previous_value")).isEqualTo(10);
        assertThat(fact.getString("expires_at")).isEqualTo("2026-01-03T11:00:00Z");
        assertThat(fact.getBoolean("fresh")).isFalse();
        assertThat(written(path, "{'value': 20, 'source': 'crm'}").getBoolean("fresh"))
                .isTrue();
        assertThat(admin.delete(path + "/facts/" + key).status()).isEqualTo(204);
        assertThat(admin.get(path + "/facts").getJsonArray("items")).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_where_it_stands() {
        add("fact-definitions", "{'key': 'KEY', 'about': 'requester', 'type': 'date', 'label': {'en': 'Since'}}");
        String path = "users/" + id(admin.post("users", json("{'name': 'Ada'}"))) + "/facts/";
        refused("/value", put(path + key, "{'value': 'soon', 'source': 'crm'}"));
        refused(
                "/observed_at",
                put(path + key, "{'value': '2026-01-01', 'source': 'a', 'observed_at': '9000-01-01T00:00:00Z'}"));
        refused(
                "/expires_at",
                put(path + key, "{'value': '2026-01-01', 'source': 'a', 'expires_at': '2020-01-01T00:00:00Z'}"));
        assertThat(put(path + "nothing", "{'value': 1, 'source': 'crm'}").status())
                .isEqualTo(404);
        assertThat(put(
                                "users/usr_00000000000000000000000000000000/facts/" + key,
                                "{'value': '2026-01-01', 'source': 'a'}")
                        .status())
                .isEqualTo(404);
        assertThat(DeskDriver.asAgent("mira")
                        .put(path + key, json("{'value': '2026-01-01', 'source': 'a'}"), "*")
                        .status())
                .isEqualTo(403);
    }

    private void refused(String pointer, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private JsonObject written(String owner, String body) {
        Answer answer = put(owner + "/facts/" + key, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer put(String path, String body) {
        return admin.put(path, json(body), "*");
    }

    private JsonObject ticket(String requester) {
        Answer answer = admin.post(
                "tickets",
                json("{'subject': 'A matter', 'comment': {'text': 'Look.'}, 'requester': {'id': '" + requester
                        + "'}}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private String decided(JsonObject ticket) {
        return admin.get("tickets/" + ticket.getString("id") + "/decisions").toString();
    }

    /** The path of what was made. */
    private String add(String resource, String body) {
        made.add(resource + "/" + id(admin.post(resource, json(body))));
        return made.get(made.size() - 1);
    }

    private static String id(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private JsonObject json(String text) {
        String written = text.replace('\'', '"').replace("KEY", key);
        try (JsonReader reader = Json.createReader(new StringReader(written))) {
            return reader.readObject();
        }
    }
}
