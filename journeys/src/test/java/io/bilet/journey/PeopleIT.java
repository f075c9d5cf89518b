package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Users, what they are recognised by, and those of them who hold tickets. */
@Journey
class PeopleIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String mark = "p" + System.nanoTime();

    @Test
    void a_user_is_found_by_whatever_they_are_recognised_by() {
        JsonObject user = created("users", """
                {'name': '%1$s Doe', 'external_id': 'crm-%1$s', 'tags': ['VIP', 'early'],
                 'identities': [{'type': 'email', 'value': 'Jane.%1$s@Example.org'},
                                {'type': 'phone', 'value': '+49 30 %2$s'}]}""".formatted(mark, mark.substring(mark.length() - 8)));

        assertThat(user.getString("role")).isEqualTo("requester");
        assertThat(user.getJsonArray("tags"))
                .isEqualTo(Json.createArrayBuilder().add("early").add("vip").build());
        for (String query : new String[] {
            "email=jane." + mark + "@example.org",
            "name_prefix=" + mark,
            "external_id=crm-" + mark,
            "phone=%2B4930" + mark.substring(mark.length() - 8),
        }) {
            JsonArray found = admin.get("users?" + query).getJsonArray("items");
            assertThat(found).as(query).hasSize(1);
            assertThat(found.getJsonObject(0).getString("id")).isEqualTo(user.getString("id"));
        }
    }

    @Test
    void a_user_belongs_to_the_organization_that_has_their_domain() {
        JsonObject organization =
                created("organizations", "{'name': 'Org %1$s', 'domains': ['%1$s.example']}".formatted(mark));

        JsonObject user = created("users", """
                {'name': 'Jane', 'identities': [{'type': 'email', 'value': 'jane@%s.example'}]}""".formatted(mark));

        assertThat(user.getString("organization_id")).isEqualTo(organization.getString("id"));
        assertThat(admin.delete("organizations/" + organization.getString("id")).status())
                .as("somebody belongs to it")
                .isEqualTo(409);
    }

    @Test
    void an_identity_is_added_and_taken_away_and_each_is_a_new_version_of_the_user() {
        JsonObject user = created("users", "{'name': 'Jane'}");
        String path = "users/" + user.getString("id");

        JsonObject identity = created(path + "/identities", "{'type': 'chat', 'value': 'jane_%s'}".formatted(mark));

        assertThat(admin.get(path + "/identities").getJsonArray("items")).containsExactly(identity);
        assertThat(admin.get(path).getInt("version")).isEqualTo(user.getInt("version") + 1);
        assertThat(admin.delete(path + "/identities/" + identity.getString("id"))
                        .status())
                .isEqualTo(204);
        assertThat(admin.get(path + "/identities").getJsonArray("items")).isEmpty();
    }

    @Test
    void supervisors_decide_about_requesters_and_administrators_about_everybody() {
        String supervisor =
                created("users", "{'name': 'Sue', 'role': 'supervisor'}").getString("id");
        DeskDriver sue = signedIn(supervisor);

        assertThat(sue.post("users", json("{'name': 'Jane'}")).status()).isEqualTo(201);
        assertThat(sue.post("users", json("{'name': 'Eve', 'role': 'admin'}")).status())
                .isEqualTo(403);
        assertThat(sue.patch("users/" + supervisor, json("{'role': 'admin'}")).status())
                .isEqualTo(403);
        assertThat(sue.post("tokens", json("{'name': 'Mine'}")).status()).isEqualTo(403);
    }

    @Test
    void whoever_answers_is_an_agent_and_comes_and_goes_by_themselves() {
        JsonObject skill = created("skills", "{'name': 'Skill %s'}".formatted(mark));
        String id = created("users", "{'name': 'Ann', 'role': 'agent'}").getString("id");
        String path = "agents/" + id;
        assertThat(admin.get(path).getString("presence")).isEqualTo("offline");

        put(path + "/capacity", "{'capacity': 4}");
        put(
                path + "/skills",
                "{'skills': [{'skill_id': '%s', 'level': 3}], 'languages': ['TR', 'en']}"
                        .formatted(skill.getString("id")));
        Answer online = signedIn(id).put(path + "/presence", json("{'presence': 'online'}"), "*");

        assertThat(online.status()).as(online.body()).isEqualTo(200);
        JsonObject agent = admin.get(path);
        assertThat(agent.getInt("capacity")).isEqualTo(4);
        assertThat(agent.getJsonArray("languages"))
                .isEqualTo(Json.createArrayBuilder().add("en").add("tr").build());
        assertThat(admin.get("agents?skill_id=" + skill.getString("id") + "&presence=online")
                        .getJsonArray("items"))
                .hasSize(1);
        DeskDriver mira = DeskDriver.asAgent("mira");
        assertThat(mira.put(path + "/presence", json("{'presence': 'offline'}"), "*")
                        .status())
                .as("nobody sends others home")
                .isEqualTo(403);
        assertThat(mira.put("agents/usr_0198c0ffee0070008000000000009999/presence", json("{'presence': 'away'}"), "*")
                        .status())
                .isEqualTo(404);
        admin.patch("users/" + id, json("{'active': false}"));
        assertThat(admin.get(path).getString("presence"))
                .as("who left is not at work")
                .isEqualTo("offline");
    }

    @Test
    void the_last_administrator_stays_one() {
        String me = admin.get("me").getJsonObject("user").getString("id");
        JsonArray admins = admin.get("users?role=admin&limit=100").getJsonArray("items");

        assertThat(admins.getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("id"))
                .contains(me);
        assertThat(admin.get("agents/" + me).getString("role"))
                .as("the first administrator is an agent like every other")
                .isEqualTo("admin");
    }

    private DeskDriver signedIn(String user) {
        Answer token = admin.post("tokens", json("{'name': 'Journey', 'user_id': '%s'}".formatted(user)));
        return DeskDriver.at(Suite.current().api(), token.json().getString("secret"));
    }

    private void put(String path, String body) {
        Answer answer = admin.put(path, json(body), "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonObject created(String resource, String body) {
        Answer answer = admin.post(resource, json(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
