package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Following what happens, by asking and by watching: everything that the caller sees, in order, and nothing else. */
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

    @Test
    void whoever_watches_hears_at_once_and_after_a_break_goes_on_where_it_was() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> watching = watch(admin, lines);
        await().atMost(SOON).until(() -> !lines.isEmpty());
        String first = opened();
        await().atMost(SOON).until(() -> lines.stream().anyMatch(line -> line.contains(first)));

        assertThat(lines).contains("event: ticket.created");
        int heard = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(first))
                .findFirst()
                .orElseThrow();
        String id = lines.get(heard - 2).replaceFirst("^id: ", "");
        watching.cancel(true);
        String second = opened();
        await().atMost(SOON).until(() -> !changes(admin, second, 100).isEmpty());

        String missed = HttpClient.newHttpClient()
                .send(
                        admin.request("events?for=PT0S")
                                .header("Last-Event-ID", id)
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(missed).contains(second).doesNotContain("id: " + id + "\n");
        assertThat(DeskDriver.asRequester().tryGet("events?for=PT0S").status()).isEqualTo(403);
        assertThat(admin.tryGet("events?after=soon").status()).isBetween(400, 422);
        assertThat(admin.tryGet("events?for=P1Y").status()).isBetween(400, 422);
    }

    @Test
    void a_revoked_token_ends_the_stream_and_what_is_hidden_is_not_in_it() throws Exception {
        Answer made = admin.post(
                "tokens",
                Json.createObjectBuilder()
                        .add("name", "Watching")
                        .add("scopes", Json.createArrayBuilder().add("changes.read"))
                        .build());
        JsonObject token = made.json();
        DeskDriver watcher = DeskDriver.at(Suite.current().api(), token.getString("secret"));
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> watching = watch(watcher, lines);
        await().atMost(SOON).until(() -> !lines.isEmpty());

        admin.delete("tokens/" + token.getJsonObject("token").getString("id"));

        watching.get(60, TimeUnit.SECONDS);
        String ticket = opened();
        await().atMost(SOON).until(() -> !changes(admin, ticket, 100).isEmpty());
        DeskDriver mira = DeskDriver.asAgent("mira");
        String seen = mira.tryGet("events?for=PT0S&after=" + start).body();
        assertThat(seen.contains(ticket))
                .isEqualTo(mira.tryGet("tickets/" + ticket).status() == 200);
    }

    @Test
    void a_caller_has_no_more_than_ten_streams() {
        Answer made = admin.post(
                "tokens", Json.createObjectBuilder().add("name", "Greedy").build());
        DeskDriver greedy = DeskDriver.at(Suite.current().api(), made.json().getString("secret"));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        List<String> lines = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            int before = lines.size();
            all.add(watch(greedy, lines));
            await().atMost(SOON).until(() -> lines.size() > before);
        }

        Answer refused = greedy.tryGet("events?for=PT0S");

        assertThat(refused.status()).as(refused.body()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        all.forEach(each -> each.cancel(true));
        admin.delete("tokens/" + made.json().getJsonObject("token").getString("id"));
        await().atMost(SOON).until(() -> admin.tryGet("events?for=PT0S").status() == 200);
    }

    /** Reads a stream line by line until it ends, or nobody waits for it any more. */
    private static CompletableFuture<Void> watch(DeskDriver caller, List<String> lines) {
        return HttpClient.newHttpClient()
                .sendAsync(caller.request("events").build(), BodyHandlers.fromLineSubscriber(new Lines(lines)))
                .thenApply(ended -> null);
    }

    private record Lines(List<String> lines) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            lines.add("broken: " + broken);
        }

        @Override
        public void onComplete() {
            lines.add("ended");
        }
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
