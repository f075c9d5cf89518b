package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Following what happens: everything that the caller sees, in order, and nothing else. */
@Journey
class ChangesIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final long start = position("changes?after=latest");

    @Test
    void whoever_reads_on_from_a_position_gets_everything_once_and_in_order() {
        String ticket = opened();
        Answer answered = admin.post(
                "tickets/" + ticket + "/comments",
                Json.createObjectBuilder()
                        .add("text", "Step away from the printer.")
                        .add("visibility", "public")
                        .add("status", "solved")
                        .build(),
                "*");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);

        await().atMost(SOON).until(() -> types(changes(admin, ticket, 3)).contains("ticket.status_changed"));
        List<JsonObject> changes = changes(admin, ticket, 3);

        assertThat(types(changes)).startsWith("ticket.created").contains("ticket.comment_added");
        assertThat(changes)
                .extracting(change -> change.getJsonObject("subject").getInt("sequence"))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1);
        assertThat(changes)
                .extracting(change -> change.getJsonNumber("position").longValue())
                .isSorted();
        assertThat(changes.get(0).getJsonObject("subject").getString("url")).isEqualTo("/api/v1/tickets/" + ticket);
        assertThat(changes)
                .filteredOn(change -> change.getString("type").equals("ticket.status_changed"))
                .last()
                .satisfies(solved -> assertThat(
                                solved.getJsonArray("changes").getJsonObject(0).getString("to"))
                        .isEqualTo("solved"));
    }

    @Test
    void what_a_caller_does_not_see_is_not_told() {
        String ticket = opened();
        await().atMost(SOON).until(() -> !changes(admin, ticket, 100).isEmpty());
        DeskDriver mira = DeskDriver.asAgent("mira");
        int visible = mira.tryGet("tickets/" + ticket).status();

        assertThat(changes(mira, ticket, 100).isEmpty()).isEqualTo(visible == 404);
        assertThat(DeskDriver.asRequester().tryGet("changes").status()).isEqualTo(403);
    }

    @Test
    void people_and_organizations_are_followed_too_without_values() {
        Answer made = admin.post(
                "organizations",
                Json.createObjectBuilder()
                        .add("name", "Followed " + System.nanoTime())
                        .build());
        String id = made.json().getString("id");

        await().atMost(SOON).until(() -> !changes(admin, id, 100).isEmpty());
        JsonObject change = changes(admin, id, 100).get(0);

        assertThat(change.getString("type")).isEqualTo("organization.created");
        assertThat(change.getJsonArray("changes").getValuesAs(JsonObject.class))
                .contains(Json.createObjectBuilder().add("field", "name").build());
    }

    @Test
    void a_position_that_is_none_is_refused() {
        for (String wrong : List.of("-1", "now", "1e3", "99999999999999999999", "1'%20OR%201=1")) {
            assertThat(admin.tryGet("changes?after=" + wrong).status())
                    .as(wrong)
                    .isBetween(400, 422);
        }
        assertThat(admin.get("changes?after=999999999999999999").getJsonArray("items"))
                .isEmpty();
    }

    private String opened() {
        Answer answer = admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "The printer burns")
                        .add("comment", Json.createObjectBuilder().add("text", "Look."))
                        .add("requester", Json.createObjectBuilder().add("email", "follower@example.org"))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private long position(String path) {
        return admin.get(path).getJsonNumber("position").longValue();
    }

    /** What happened to one thing since the test began, read in pages of the given size. */
    private List<JsonObject> changes(DeskDriver caller, String id, int limit) {
        List<JsonObject> changes = new ArrayList<>();
        String path = "changes?after=" + start + "&limit=" + limit;
        while (path != null) {
            JsonObject page = caller.get(path);
            page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(change ->
                            change.getJsonObject("subject").getString("id").equals(id))
                    .forEach(changes::add);
            String next = page.getString("next", null);
            path = next == null ? null : next.replaceFirst("^/api/v1/", "");
        }
        return changes;
    }

    private static List<String> types(List<JsonObject> changes) {
        return changes.stream().map(change -> change.getString("type")).toList();
    }
}
