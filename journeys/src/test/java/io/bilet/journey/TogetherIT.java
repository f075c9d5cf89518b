package io.bilet.journey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P02 and P13: many who do the same, or different things to the same ticket, at once. */
@Journey
class TogetherIT {

    private static final int CROWD = 50;
    private static final int REPEATERS = 100;
    private static final int KEYS = Integer.getInteger("bilet.keys", 20);

    @Test
    void p13_of_fifty_changes_on_one_reading_one_is_made_and_the_others_are_told() throws Exception {
        DeskDriver admin = DeskDriver.asAdmin();
        JsonObject ticket = opened(admin);
        String patch = "{\"priority\":\"high\"}";

        Map<Integer, Long> statuses = statuses(Crowd.of(
                CROWD,
                () -> admin.send(
                        admin.request(path(ticket))
                                .header("Content-Type", "application/merge-patch+json")
                                .header("If-Match", etag(ticket))
                                .method("PATCH", BodyPublishers.ofString(patch)),
                        patch)));

        assertThat(statuses).isEqualTo(Map.of(200, 1L, 412, CROWD - 1L));
    }

    @Test
    void p13_of_fifty_answers_on_one_reading_one_goes_out() throws Exception {
        DeskDriver admin = DeskDriver.asAdmin();
        JsonObject ticket = opened(admin);

        Map<Integer, Long> statuses = statuses(
                Crowd.of(CROWD, () -> admin.post(path(ticket) + "/comments", comment("public"), etag(ticket))));

        assertThat(statuses).isEqualTo(Map.of(201, 1L, 412, CROWD - 1L));
        assertThat(comments(admin, ticket)).isEqualTo(2);
    }

    @Test
    void p13_fifty_notes_at_once_are_all_kept() throws Exception {
        DeskDriver admin = DeskDriver.asAdmin();
        JsonObject ticket = opened(admin);

        Map<Integer, Long> statuses =
                statuses(Crowd.of(CROWD, () -> admin.post(path(ticket) + "/comments", comment("internal"))));

        assertThat(statuses).isEqualTo(Map.of(201, (long) CROWD));
        assertThat(comments(admin, ticket)).isEqualTo(CROWD + 1);
    }

    @Test
    void p02_a_request_repeated_a_hundred_times_acts_once_and_is_answered_alike() throws Exception {
        DeskDriver admin = DeskDriver.asAdmin();
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < KEYS; i++) {
            String key = UUID.randomUUID().toString();
            String body = newTicket("Repeated " + key).toString();
            List<Answer> answers = Crowd.of(REPEATERS, () -> repeated(admin, key, body));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.get(0).body());
            ids.add(answers.get(0).json().getString("id"));
        }

        assertThat(ids).hasSize(KEYS);
    }

    @Test
    void p02_a_key_used_for_another_request_is_refused_and_does_nothing() {
        DeskDriver admin = DeskDriver.asAdmin();
        String key = UUID.randomUUID().toString();

        Answer first = repeated(admin, key, newTicket("First").toString());
        Answer second = repeated(admin, key, newTicket("Second").toString());

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.json().getString("type")).endsWith("idempotency-key-reused");
    }

    @Test
    void a_public_answer_must_say_on_which_reading_it_is_based() {
        DeskDriver admin = DeskDriver.asAdmin();
        JsonObject ticket = opened(admin);

        Answer answer = admin.post(path(ticket) + "/comments", comment("public"));

        assertThat(answer.status()).isEqualTo(428);
        assertThat(comments(admin, ticket)).isEqualTo(1);
    }

    private static Answer repeated(DeskDriver caller, String key, String body) {
        return caller.send(
                caller.request("tickets")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)),
                body);
    }

    private static JsonObject opened(DeskDriver caller) {
        Answer answer = caller.post("tickets", newTicket("Together"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonObject newTicket(String subject) {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("comment", Json.createObjectBuilder().add("text", "It burns."))
                .add("requester", Json.createObjectBuilder().add("email", "ada@together.example"))
                .build();
    }

    private static JsonObject comment(String visibility) {
        return Json.createObjectBuilder()
                .add("text", "Please step away from the printer.")
                .add("visibility", visibility)
                .build();
    }

    private static int comments(DeskDriver caller, JsonObject ticket) {
        return caller.get(path(ticket) + "/comments?limit=100")
                .getJsonArray("items")
                .size();
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }

    private static String path(JsonObject ticket) {
        return "tickets/" + ticket.getString("id");
    }

    private static String etag(JsonObject ticket) {
        return "\"" + ticket.getInt("version") + "\"";
    }
}
