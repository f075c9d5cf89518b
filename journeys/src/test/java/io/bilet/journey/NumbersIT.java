package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What agents do is told in numbers, seconds later. */
@Journey
class NumbersIT {

    private static final Duration TOLD_MAX = Duration.ofSeconds(30);

    private final Desk desk = Desk.open();
    private final String tag = "numbers-" + Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT);

    @Test
    void an_answer_that_solves_is_told_in_every_report_it_belongs_to() throws Exception {
        Instant begin = Instant.now().minusSeconds(60);
        JsonObject ticket = opened();
        DeskDriver owner = desk.ownerOf(ticket);
        desk.answers(owner, ticket, "It is the power supply.", "solved");

        await("the solution in numbers").atMost(TOLD_MAX).until(() -> count("tickets_solved", begin) == 1);
        assertThat(count("tickets_opened", begin)).isEqualTo(1);
        assertThat(count("replies", begin)).isEqualTo(1);
        assertThat(count("one_touch_resolution", begin)).isEqualTo(1);
        assertThat(count("backlog", begin)).isZero();
        JsonObject reply = report("first_reply_time", begin, "&group_by=agent");
        assertThat(reply.getJsonObject("bucket").getString("name")).isEqualTo("first_answered");
        JsonObject line = reply.getJsonArray("items").getJsonObject(0);
        assertThat(line.getString("key")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(Duration.parse(line.getJsonObject("calendar").getString("max")))
                .isBetween(Duration.ZERO, Duration.ofMinutes(5));

        String csv = DeskDriver.asAdmin()
                .download(path("first_reply_time", begin, "&group_by=agent&format=csv"), BodyHandlers.ofString())
                .body();
        assertThat(csv).startsWith("start,end,key,name,count,").contains(ticket.getString("assignee_id"));
    }

    @Test
    void a_series_has_a_line_for_each_part_and_nonsense_is_refused() {
        String week = "reports/replies?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z";
        DeskDriver admin = DeskDriver.asAdmin();

        assertThat(admin.get(week + "&interval=day&time_zone=Europe/Bucharest").getJsonArray("items"))
                .hasSize(8);
        assertThat(admin.get("reports").getJsonArray("items")).hasSizeGreaterThan(10);
        assertThat(admin.tryGet("reports/nonsense?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z")
                        .status())
                .isEqualTo(404);
        assertThat(admin.tryGet("reports/replies?from=2026-03-08T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .status())
                .isEqualTo(422);
        assertThat(admin.tryGet("reports/replies").status()).isEqualTo(400);
        assertThat(DeskDriver.asRequester().tryGet(week).status()).isEqualTo(403);
    }

    private long count(String name, Instant begin) {
        return report(name, begin, "").getJsonArray("items").getJsonObject(0).getInt("count");
    }

    private JsonObject report(String name, Instant begin, String more) {
        return DeskDriver.asAdmin().get(path(name, begin, more));
    }

    private String path(String name, Instant begin, String more) {
        return "reports/" + name + "?from=" + begin + "&to=" + Instant.now().plusSeconds(60) + "&tag=" + tag + more;
    }

    private JsonObject opened() {
        JsonObject body = Json.createObjectBuilder()
                .add("subject", "What is it?")
                .add("comment", Json.createObjectBuilder().add("text", "Please tell me."))
                .add("tags", Json.createArrayBuilder().add(tag))
                .build();
        Answer answer = DeskDriver.asRequester().post("tickets", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return DeskDriver.asAdmin().get("tickets/" + answer.json().getString("id"));
    }
}
