package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Macros: looked at, used in one step, written in the requester's language, and refused where they are wrong. */
@Journey
class MacrosIT {

    private static final String ASK = """
            {'kind': 'comment', 'visibility': 'public',
             'text': 'Dear {{ requester.name }}, this is about {{ ticket.subject }}. {{ organization.name }}',
             'html': '<p>Dear <b>{{ requester.name }}</b></p><script>x</script>',
             'variants': [{'language': 'tr', 'text': 'Sayın {{ requester.name }}, konu: {{ ticket.subject }}'}]}""";

    private static final String WAIT =
            "{'kind': 'add_tags', 'tags': ['asked']}, {'kind': 'set_status', 'status': 'pending'}";

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver mira = DeskDriver.asAgent("mira");
    private final String hostile = "{{ ticket.number }}<b>" + UUID.randomUUID();
    private String ticket = "";

    @BeforeEach
    void a_ticket_of_miras() {
        ticket = ticket(hostile, "Ada", "en");
    }

    @Test
    void a_macro_is_looked_at_used_in_one_step_and_named_by_the_record() {
        String macro = made(mira, "personal", ASK + ", " + WAIT);

        JsonObject preview = looked(macro, ticket);
        Answer used = mira.post(runs(ticket), json("{'macro_id': '%s'}".formatted(macro)), etag(ticket));

        assertThat(preview.getJsonObject("patch").getString("status")).isEqualTo("pending");
        JsonObject comment = preview.getJsonArray("comments").getJsonObject(0);
        assertThat(comment.getString("text")).isEqualTo("Dear Ada, this is about %s. ".formatted(hostile));
        assertThat(comment.getString("html")).isEqualTo("<p>Dear <b>Ada</b></p>");
        assertThat(comment.getJsonArray("unresolved")).hasSize(1);
        assertThat(used.status()).as(used.body()).isEqualTo(201);
        assertThat(used.header("ETag")).isEqualTo(etag(ticket));
        assertThat(admin.get("tickets/" + ticket).getString("status")).isEqualTo("pending");
        assertThat(said(ticket)).contains("Dear Ada, this is about %s. ".formatted(hostile));
        assertThat(admin.get("tickets/" + ticket + "/events?limit=100").toString())
                .contains("ticket.macro_applied", macro);
        assertThat(mira.get("macros/" + macro).getInt("use_count")).isEqualTo(1);
        assertThat(mira.post(runs(ticket), json("{'macro_id': '%s'}".formatted(macro)), "\"0\"")
                        .status())
                .as("based on an old reading")
                .isEqualTo(412);
        assertThat(mira.post(runs(ticket), json("{'macro_id': '%s'}".formatted(macro)))
                        .status())
                .as("based on no reading")
                .isEqualTo(428);
    }

    @Test
    void the_requesters_language_decides() {
        String macro = made(mira, "personal", ASK);
        String turkish = ticket("Yazıcı yanıyor", "Işıl", "tr-TR");

        JsonObject comment = looked(macro, turkish).getJsonArray("comments").getJsonObject(0);

        assertThat(comment.getString("text")).isEqualTo("Sayın Işıl, konu: Yazıcı yanıyor");
    }

    @Test
    void c18_what_is_wrong_with_a_macro_is_said_where_it_stands_and_line_by_line() {
        refused(422, "/actions/0/text", comment("{{ ticket.secret }}"));
        refused(422, "/actions/0/text", comment("{% include ticket.subject %}"));
        refused(422, "/actions/0/text", comment("one\\n{{ ticket.class }}"));
        refused(422, "/actions/0/text", comment("{{7*7}}"));
        refused(400, "/actions/0/kind", "{'kind': 'java.lang.Runtime'}");
        refused(400, "/actions/0/status", "{'kind': 'set_status', 'status': 'gone'}");
        refused(422, "/actions/0/kind", "{'kind': 'set_vip'}");
        refused(
                422,
                "/actions/1",
                "{'kind': 'set_status', 'status': 'open'}, {'kind': 'set_status', 'status': 'pending'}");
    }

    @Test
    void an_internal_note_has_no_way_into_a_public_answer() {
        String canary = "canary-" + UUID.randomUUID();
        Answer noted = mira.post(
                "tickets/" + ticket + "/comments", json("{'text': '%s', 'visibility': 'internal'}".formatted(canary)));
        assertThat(noted.status()).isEqualTo(201);
        String macro = made(mira, "personal", comment("{{ comment.text }}{{ ticket.tags }}{{ ticket.number }}"));

        assertThat(looked(macro, ticket).toString()).doesNotContain(canary);
    }

    @Test
    void ones_own_macros_are_ones_own_and_those_of_the_desk_take_a_supervisor() {
        String own = made(mira, "personal", WAIT);
        String desks = made(admin, "shared", WAIT);

        assertThat(admin.tryGet("macros/" + own).status()).isEqualTo(404);
        assertThat(mira.tryGet("macros/" + desks).status()).isEqualTo(200);
        assertThat(mira.delete("macros/" + desks, "*").status()).isEqualTo(403);
        assertThat(mira.post("macros", macro("shared", WAIT)).status()).isEqualTo(403);
        assertThat(mira.get("macros?limit=100").toString()).contains(own, desks);
        assertThat(admin.get("macros?limit=100&sort=-use_count&without_article=true")
                        .toString())
                .contains(desks)
                .doesNotContain(own);
        JsonObject changed =
                json("{'article_url': 'https://help.example.org/a', 'actions': [%s]}".formatted(comment("Read on.")));
        assertThat(admin.patch("macros/" + desks, changed, "*").status()).isEqualTo(200);
        assertThat(admin.get("macros/" + desks + "/versions").getJsonArray("items"))
                .hasSize(2);
        assertThat(admin.get("macros?limit=100&without_article=true").toString())
                .doesNotContain(desks);
    }

    private void refused(int status, String pointer, String actions) {
        Answer answer = mira.post("macros", macro("personal", actions));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private JsonObject looked(String macro, String on) {
        Answer answer = mira.post("macros/" + macro + "/previews", json("{'ticket_id': '%s'}".formatted(on)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String made(DeskDriver caller, String scope, String actions) {
        return created(caller.post("macros", macro(scope, actions)));
    }

    private static JsonObject macro(String scope, String actions) {
        return json("{'name': 'Ask', 'scope': '%s', 'actions': [%s]}".formatted(scope, actions));
    }

    private static String comment(String text) {
        return "{'kind': 'comment', 'visibility': 'public', 'text': '%s'}".formatted(text);
    }

    private String ticket(String subject, String name, String language) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("subject", subject)
                .add("comment", Json.createObjectBuilder().add("text", "Help!"))
                .add("language", language)
                .add(
                        "requester",
                        Json.createObjectBuilder()
                                .add("email", UUID.randomUUID() + "@example.org")
                                .add("name", name))
                .build();
        String id = created(admin.post("tickets", wanted));
        String miras = mira.get("me").getJsonObject("user").getString("id");
        Answer given = admin.put("tickets/" + id + "/assignment", json("{'agent_id': '%s'}".formatted(miras)), "*");
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        return id;
    }

    private List<String> said(String on) {
        return mira.get("tickets/" + on + "/comments").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(comment -> comment.getString("text"))
                .toList();
    }

    private String etag(String id) {
        return mira.tryGet("tickets/" + id).header("ETag");
    }

    private static String runs(String id) {
        return "tickets/" + id + "/macro-runs";
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
