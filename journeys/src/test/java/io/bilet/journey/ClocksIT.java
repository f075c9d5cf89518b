package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised, measured and noted about one ticket, as an agent and its requester make it happen over REST. */
@Journey
class ClocksIT {

    private static final String FIRST_REPLY = "first_reply_time";
    private static final String NEXT_REPLY = "next_reply_time";
    private static final String RESOLUTION = "total_resolution_time";

    private final String tag = "promised-" + UUID.randomUUID();
    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver requester = DeskDriver.asRequester();
    private String policy = "";
    private String ticket = "";

    /** A reply within an hour, the next within two, a solution within ten; while pending only the first runs. */
    @BeforeEach
    void promised() {
        policy = promise();
        ticket = opened();
    }

    @Test
    void from_the_question_over_the_answer_to_the_solution_and_back() {
        assertThat(steps()).containsExactlyInAnyOrder("first_reply_time started", "total_resolution_time started");
        assertThat(due(FIRST_REPLY)).isEqualTo(started(FIRST_REPLY).plus(Duration.ofHours(1)));
        assertThat(admin.get("tickets/" + ticket).getString("due_at"))
                .isEqualTo(clock(FIRST_REPLY).getString("due_at"));

        say(admin, "internal", null);
        assertThat(steps()).as("a note answers nobody").hasSize(2);

        say(admin, "public", "pending");
        assertMet(FIRST_REPLY, "agent_answered");
        assertThat(clock(RESOLUTION).getString("state")).isEqualTo("paused");
        assertThat(admin.get("tickets/" + ticket).getString("no_due_reason")).isEqualTo("waiting_for_requester");

        say(requester, "public", null);
        assertThat(clock(RESOLUTION).getString("state")).isEqualTo("running");
        assertThat(due(RESOLUTION))
                .as("what was waited for the requester is added")
                .isAfter(started(RESOLUTION).plus(Duration.ofHours(10)));
        assertThat(due(NEXT_REPLY)).isEqualTo(started(NEXT_REPLY).plus(Duration.ofHours(2)));

        say(requester, "public", null);
        assertThat(clocks(NEXT_REPLY))
                .as("another question starts nothing anew")
                .hasSize(1);

        say(admin, "public", "solved");
        assertMet(NEXT_REPLY, "agent_answered");
        assertMet(RESOLUTION, "solved");

        say(requester, "public", null);
        assertThat(clocks(NEXT_REPLY)).hasSize(2);
        assertThat(clocks(RESOLUTION)).hasSize(2);
        assertThat(clock(RESOLUTION).getInt("cycle")).isEqualTo(2);
        assertMet(FIRST_REPLY, "agent_answered"); // a met clock stays met
        assertThat(steps()) // what one event sets in motion has no order
                .containsExactlyInAnyOrder(
                        "first_reply_time started",
                        "total_resolution_time started",
                        "first_reply_time met",
                        "total_resolution_time paused",
                        "next_reply_time started",
                        "total_resolution_time resumed",
                        "next_reply_time met",
                        "total_resolution_time met",
                        "total_resolution_time started",
                        "next_reply_time started");
    }

    @Test
    void a_higher_priority_is_another_target_from_the_same_start() {
        Instant before = due(FIRST_REPLY);
        JsonObject patch = Json.createObjectBuilder().add("priority", "urgent").build();
        assertThat(admin.patch("tickets/" + ticket, patch, "*").status()).isEqualTo(200);

        assertThat(due(FIRST_REPLY)).isEqualTo(started(FIRST_REPLY).plus(Duration.ofMinutes(10)));
        JsonObject step = events().stream()
                .filter(event -> event.getString("type").equals("retargeted"))
                .filter(event -> event.getString("metric").equals(FIRST_REPLY))
                .findFirst()
                .orElseThrow();
        assertThat(step.getString("cause")).isEqualTo("priority_changed");
        assertThat(Instant.parse(step.getString("previous_due_at"))).isEqualTo(before);
    }

    @Test
    void the_policy_and_why_it_applies_is_among_the_decisions() {
        JsonObject decision = items("decisions").stream()
                .filter(made -> made.getString("kind").equals("sla"))
                .findFirst()
                .orElseThrow();

        assertThat(decision.getString("outcome")).isEqualTo("applied");
        assertThat(decision.getJsonObject("subject").getString("id")).isEqualTo(policy);
        assertThat(decision.getJsonObject("evaluation").getBoolean("result")).isTrue();
        assertThat(clock(FIRST_REPLY).getString("policy_id")).isEqualTo(policy);
    }

    @Test
    void what_is_archived_is_owed_nothing_more() {
        Answer answer = admin.put("tickets/" + ticket + "/archive", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        assertThat(clock(FIRST_REPLY).getString("state")).isEqualTo("cancelled");
        assertMet(RESOLUTION, "archived");
        assertThat(admin.get("tickets/" + ticket).getString("no_due_reason")).isEqualTo("archived");
    }

    private String promise() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", tag)
                .add("position", 1)
                .add(
                        "condition",
                        Json.createObjectBuilder()
                                .add("all", Json.createArrayBuilder().add(tagged())))
                .add(
                        "targets",
                        Json.createArrayBuilder()
                                .add(target(FIRST_REPLY, "normal", "PT1H"))
                                .add(target(FIRST_REPLY, "urgent", "PT10M"))
                                .add(target(NEXT_REPLY, "normal", "PT2H"))
                                .add(target(RESOLUTION, "normal", "PT10H")))
                .add(
                        "pauses",
                        Json.createObjectBuilder()
                                .add(RESOLUTION, Json.createArrayBuilder().add("pending")))
                .build();
        return created("sla-policies", wanted);
    }

    private JsonObject tagged() {
        return Json.createObjectBuilder()
                .add("field", "ticket.tags")
                .add("operator", "includes_any")
                .add("value", Json.createArrayBuilder().add(tag))
                .build();
    }

    private static JsonObject target(String metric, String priority, String time) {
        return Json.createObjectBuilder()
                .add("metric", metric)
                .add("priority", priority)
                .add("target", time)
                .add("time", "calendar")
                .build();
    }

    private String opened() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("subject", "Promised")
                .add("comment", Json.createObjectBuilder().add("text", "It does not turn on."))
                .add("requester", Json.createObjectBuilder().add("email", "customer@example.org"))
                .add("tags", Json.createArrayBuilder().add(tag))
                .build();
        return created("tickets", wanted);
    }

    private String created(String path, JsonObject wanted) {
        Answer answer = admin.post(path, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private void say(DeskDriver caller, String visibility, @Nullable String status) {
        JsonObjectBuilder comment =
                Json.createObjectBuilder().add("text", "One moment, please.").add("visibility", visibility);
        if (status != null) {
            comment.add("status", status);
        }
        Answer answer = caller.post("tickets/" + ticket + "/comments", comment.build(), "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private List<String> steps() {
        return events().stream()
                .map(event -> event.getString("metric") + " " + event.getString("type"))
                .toList();
    }

    private List<JsonObject> events() {
        return items("clock-events?limit=100");
    }

    private List<JsonObject> clocks(String metric) {
        return items("clocks").stream()
                .filter(clock -> clock.getString("metric").equals(metric))
                .toList();
    }

    /** The newest clock of a metric. */
    private JsonObject clock(String metric) {
        List<JsonObject> all = clocks(metric);
        return all.get(all.size() - 1);
    }

    private Instant due(String metric) {
        return Instant.parse(clock(metric).getString("due_at"));
    }

    private Instant started(String metric) {
        return Instant.parse(clock(metric).getString("started_at"));
    }

    private void assertMet(String metric, String cause) {
        JsonObject clock = clock(metric);
        assertThat(clock.getString("state")).isEqualTo("met");
        assertThat(clock.getString("end_cause")).isEqualTo(cause);
        assertThat(clock.getBoolean("breached")).isFalse();
    }

    private List<JsonObject> items(String path) {
        return admin.get("tickets/" + ticket + "/" + path).getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
