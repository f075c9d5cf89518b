package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A draft is tried on what really happened, and nothing is changed by it. */
@Journey
class TrialsIT {

    private static final Duration OVER_MAX = Duration.ofSeconds(60);

    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void a_stricter_promise_is_tried_on_a_ticket_and_changes_nothing_about_it() {
        Instant begin = Instant.now();
        JsonObject ticket = opened("Would you have been in time?");
        JsonObject draft = Json.createObjectBuilder()
                .add("start", begin.toString())
                .add("end", Instant.now().plusSeconds(1).toString())
                .add("sla_policies", Json.createArrayBuilder().add(strict()))
                .build();

        Answer taken = admin.post("trials", draft);

        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        String job = taken.json().getString("id");
        assertThat(taken.header("Location")).endsWith("/jobs/" + job);
        JsonObject over = await("the trial's end")
                .atMost(OVER_MAX)
                .until(() -> admin.get("jobs/" + job), now -> now.getString("status")
                        .equals("done"));
        assertThat(over.getJsonObject("progress").getInt("done")).isPositive();
        assertThat(admin.get("trials/" + job).getInt("due_otherwise")).isPositive();
        assertThat(admin.get("trials/" + job + "/findings?limit=100")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .extracting(finding -> finding.getString("ticket_id"))
                .contains(ticket.getString("id"));
        assertThat(admin.get("tickets/" + ticket.getString("id")).getString("due_at"))
                .isEqualTo(ticket.getString("due_at"));
        assertThat(admin.delete("jobs/" + job).status()).as("it is over").isEqualTo(409);
    }

    @Test
    void nothing_to_try_is_refused_and_jobs_of_others_are_not_there() {
        JsonObject nothing = Json.createObjectBuilder()
                .add("start", "2026-01-01T00:00:00Z")
                .add("end", "2026-01-02T00:00:00Z")
                .build();
        JsonObject noRules = Json.createObjectBuilder(nothing)
                .add("routing_rules", Json.createArrayBuilder())
                .build();

        assertThat(admin.post("trials", nothing).status()).isEqualTo(422);
        assertThat(DeskDriver.asRequester().post("trials", noRules).status()).isEqualTo(403);
        assertThat(admin.tryGet("jobs/job_0198c0ffee0070008000000000000091").status())
                .isEqualTo(404);
        assertThat(admin.tryGet("jobs/tkt_0198c0ffee0070008000000000000091").status())
                .isEqualTo(400);
    }

    private static JsonObject strict() {
        JsonArrayBuilder targets = Json.createArrayBuilder();
        for (String priority : new String[] {"low", "normal", "high", "urgent"}) {
            targets.add(Json.createObjectBuilder()
                    .add("metric", "first_reply_time")
                    .add("priority", priority)
                    .add("target", "PT1S"));
        }
        return Json.createObjectBuilder()
                .add("name", "At once")
                .add("condition", Json.createObjectBuilder().add("all", Json.createArrayBuilder()))
                .add("targets", targets)
                .build();
    }

    private static JsonObject opened(String subject) {
        JsonObject body = Json.createObjectBuilder()
                .add("subject", subject)
                .add("comment", Json.createObjectBuilder().add("text", "Please tell me."))
                .build();
        Answer answer = DeskDriver.asRequester().post("tickets", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return DeskDriver.asAdmin().get("tickets/" + answer.json().getString("id"));
    }
}
