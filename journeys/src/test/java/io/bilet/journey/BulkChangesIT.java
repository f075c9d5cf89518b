package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many tickets changed as one job: by ids and by view, each whole or told why not. */
@Journey
class BulkChangesIT {

    private static final String SOLVE = """
            {'kind': 'comment', 'visibility': 'public', 'text': '{{ ticket.subject }} is repaired.'},
            {'kind': 'set_status', 'status': 'solved'}""";

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver mira = DeskDriver.asAgent("mira");
    private final String tag = "bulk-" + UUID.randomUUID();

    @Test
    void tickets_are_changed_one_by_one_and_what_is_refused_says_why() {
        List<String> tickets = tickets(4);
        String stale = "{'id': '%s', 'version': 9999}".formatted(tickets.get(3));

        JsonObject done = done(
                admin,
                "{'tickets': [{'id': '%s'}, {'id': '%s'}, {'id': '%s'}, %s], 'actions': [%s]}"
                        .formatted(tickets.get(0), tickets.get(1), tickets.get(2), stale, SOLVE));

        assertThat(done.getInt("changed_count")).isEqualTo(3);
        assertThat(done.getInt("refused_count")).isEqualTo(1);
        List<JsonObject> items = admin.get("bulk-changes/" + done.getString("id") + "/items")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(items.get(3).getString("code")).isEqualTo("stale_version");
        assertThat(status(tickets.get(3))).isNotEqualTo("solved");
        assertThat(tickets.subList(0, 3)).allSatisfy(ticket -> {
            assertThat(status(ticket)).isEqualTo("solved");
            assertThat(admin.get("tickets/" + ticket + "/comments").getJsonArray("items"))
                    .hasSize(2);
        });
    }

    @Test
    void a_view_says_which_tickets_and_the_caller_what_may_be_done() {
        List<String> tickets = tickets(3);
        String view = created(admin.post("views", json("""
                {'name': '%s', 'scope': 'shared', 'condition':
                 {'all': [{'field': 'ticket.tags', 'operator': 'includes_any', 'value': ['%s']}]}}""".formatted(tag, tag))));

        JsonObject done = done(
                admin,
                "{'view_id': '%s', 'actions': [{'kind': 'set_priority', 'priority': 'urgent'}]}".formatted(view));

        assertThat(done.getInt("changed_count")).isEqualTo(3);
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(admin.get("tickets/" + ticket).getString("priority"))
                        .isEqualTo("urgent"));
        assertThat(mira.tryGet("bulk-changes/" + done.getString("id")).status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_said_before_anything_begins() {
        String ticket = tickets(1).get(0);
        String one = "'tickets': [{'id': '%s'}]".formatted(ticket);

        refused(admin, 422, "/tickets", "{'actions': [%s]}".formatted(SOLVE));
        refused(
                admin,
                422,
                "/tickets/1/id",
                "{'tickets': [{'id': '%s'}, {'id': '%s'}], 'actions': [%s]}".formatted(ticket, ticket, SOLVE));
        refused(admin, 400, "/actions/0/kind", "{%s, 'actions': [{'kind': 'explode'}]}".formatted(one));
        refused(admin, 422, "/actions/0/kind", "{%s, 'actions': [{'kind': 'set_vip'}]}".formatted(one));
        refused(admin, 400, "/tickets/0/id", "{'tickets': [{'id': 'tkt_1'}], 'actions': [%s]}".formatted(SOLVE));
        refused(
                admin,
                422,
                "/actions/0/text",
                "{%s, 'actions': [{'kind': 'comment', 'visibility': 'public', 'text': '{{ ticket.secret }}'}]}"
                        .formatted(one));
        Answer forbidden =
                mira.post("bulk-changes", json("{%s, 'actions': [{'kind': 'set_tier', 'tier': 2}]}".formatted(one)));
        assertThat(forbidden.status()).as(forbidden.body()).isEqualTo(403);
    }

    private static void refused(DeskDriver caller, int status, String pointer, String body) {
        Answer answer = caller.post("bulk-changes", json(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private static JsonObject done(DeskDriver caller, String body) {
        Answer begun = caller.post("bulk-changes", json(body));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String result = begun.json().getString("result_url").replaceFirst("^/api/v1/", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(result).getString("status").equals("done"));
        return caller.get(result);
    }

    private String status(String ticket) {
        return admin.get("tickets/" + ticket).getString("status");
    }

    private List<String> tickets(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonObject wanted = Json.createObjectBuilder()
                    .add("subject", "Printer " + i)
                    .add("comment", Json.createObjectBuilder().add("text", "It burns."))
                    .add("requester", Json.createObjectBuilder().add("email", "bulk@example.org"))
                    .add("tags", Json.createArrayBuilder().add(tag))
                    .build();
            ids.add(created(admin.post("tickets", wanted)));
        }
        return ids;
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
