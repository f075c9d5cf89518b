package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator sets up: organizations, groups and their members, skills, brands. */
@Journey
class DirectoryIT {

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "groups", "skills", "brands"})
    void what_was_created_is_found_where_its_location_says(String resource) {
        String name = unique();

        Answer created = admin().post(resource, named(name));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Answer found = admin().tryGet(created.header("Location"));
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.json().getString("name")).isEqualTo(name);
        assertThat(found.header("ETag")).isEqualTo(created.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "groups", "skills", "brands"})
    void who_has_the_present_version_is_not_sent_it_again(String resource) {
        Answer created = admin().post(resource, named(unique()));

        Answer again = admin().send(
                        admin().request(created.header("Location"))
                                .header("If-None-Match", created.header("ETag"))
                                .GET(),
                        "");

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "groups", "brands"})
    void a_change_based_on_an_old_version_is_refused(String resource) {
        String path = admin().post(resource, named(unique())).header("Location");
        String renamed = unique();
        assertThat(admin().patch(path, named(renamed)).json().getString("name")).isEqualTo(renamed);

        Answer late = admin().send(
                        admin().request(path)
                                .header("Content-Type", "application/merge-patch+json")
                                .header("If-Match", "\"0\"")
                                .method("PATCH", BodyPublishers.ofString("{\"name\": \"Late\"}")),
                        "{\"name\": \"Late\"}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(admin().get(path).getString("name")).isEqualTo(renamed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "skills"})
    void a_name_is_taken_once(String resource) {
        JsonObject body = named(unique());
        admin().post(resource, body);

        Answer second = admin().post(resource, body);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"organizations, org", "groups, grp"})
    void what_was_deleted_is_gone(String resource, String prefix) {
        Answer created = admin().post(resource, named(unique()));
        assertThat(created.json().getString("id")).startsWith(prefix + "_");

        assertThat(admin().delete(created.header("Location")).status()).isEqualTo(204);

        assertThat(admin().tryGet(created.header("Location")).status()).isEqualTo(404);
        assertThat(admin().delete(created.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void a_list_is_read_to_its_end_page_by_page() {
        for (int i = 0; i < 3; i++) {
            admin().post("skills", named(unique()));
        }

        List<String> names = new ArrayList<>();
        String next = "skills?limit=2";
        while (!next.isEmpty()) {
            JsonObject page = admin().get(next);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> names.add(item.getString("name")));
            next = page.getString("next", "");
        }

        assertThat(names).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void an_agent_joins_a_group_once_and_leaves_it() {
        String group = admin().post("groups", named(unique())).header("Location");
        String mira = DeskDriver.asAgent("mira").get("me").getJsonObject("user").getString("id");
        String member = group + "/members/" + mira;

        for (int i = 0; i < 2; i++) {
            assertThat(admin().send(admin().request(member).PUT(BodyPublishers.noBody()), "")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(admin().get(group + "/members").getJsonArray("items"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.asJsonObject().getString("agent_id")).isEqualTo(mira));

        assertThat(admin().delete(member).status()).isEqualTo(204);
        assertThat(admin().delete(member).status()).isEqualTo(404);
        assertThat(admin().get(group + "/members").getJsonArray("items")).isEmpty();
    }

    @Test
    void a_domain_belongs_to_one_organization_whatever_its_spelling() {
        String domain = "d" + System.nanoTime() + ".example";
        JsonObject first = json("{'name': 'First', 'domains': ['" + domain + "']}");
        assertThat(admin().post("organizations", first).status()).isEqualTo(201);

        Answer second = admin().post(
                        "organizations",
                        json("{'name': 'Second', 'domains': ['" + domain.toUpperCase(Locale.ROOT) + "']}"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(admin().get("organizations?domain=" + domain).getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void there_is_always_one_default_brand() {
        JsonObject before = defaultBrand();
        Answer next = admin().post("brands", json("{'name': '" + unique() + "', 'default': true}"));
        assertThat(defaultBrand().getString("id")).isEqualTo(next.json().getString("id"));

        Answer refused = admin().patch(next.header("Location"), json("{'default': false}"));
        assertThat(refused.status()).isEqualTo(422);

        admin().patch("brands/" + before.getString("id"), json("{'default': true}"));
        assertThat(defaultBrand().getString("id")).isEqualTo(before.getString("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "groups", "skills", "brands", "schedules"})
    void an_agent_reads_but_does_not_change(String resource) {
        DeskDriver agent = DeskDriver.asAgent("mira");

        assertThat(agent.tryGet(resource).status()).isEqualTo(200);
        assertThat(agent.post(resource, named(unique())).status()).isEqualTo(403);
    }

    private static JsonObject defaultBrand() {
        return admin().get("brands?limit=100").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(brand -> brand.getBoolean("default"))
                .reduce((one, other) -> {
                    throw new AssertionError("Two default brands: " + one + other);
                })
                .orElseThrow();
    }

    private static String unique() {
        return "Directory " + System.nanoTime();
    }

    private static JsonObject named(String name) {
        return json("{'name': '" + name + "'}");
    }

    private static DeskDriver admin() {
        return DeskDriver.asAdmin();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
