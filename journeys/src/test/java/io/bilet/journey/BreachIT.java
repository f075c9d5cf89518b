package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P05: what falls due while nobody is there is noticed once when two nodes come back, with the time it fell due. */
@Tag("nodes")
class BreachIT {

    private static final int CALLERS = 5;
    private static final int TICKETS = 20 * CALLERS;
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

    @Test
    void p05_promises_that_fall_due_while_all_nodes_are_down_are_broken_once_and_warned_of_once() throws Exception {
        Pair desk = Pair.ready();
        Ledger ledger = new Ledger(desk.schema());
        String tag = "due-" + UUID.randomUUID();
        promise(desk.admin(desk.one()), tag);
        List<String> tickets = open(desk, tag);

        desk.nodes().forEach(Node::terminate);
        for (Node node : List.of(desk.one(), desk.two())) {
            node.awaitEnd();
        }
        assertThat(ledger.notices(tag)).as("nothing before its time").isEmpty();
        desk.startBoth();

        await("notices").atMost(NOTICED_WITHIN).until(() -> ledger.notices(tag).size() >= 2 * TICKETS);
        assertThat(ledger.notices(tag))
                .doesNotHaveDuplicates()
                .containsAll(tickets.stream()
                        .map(ticket -> ticket + " ticket.sla_breached")
                        .toList())
                .containsAll(tickets.stream()
                        .map(ticket -> ticket + " ticket.sla_warned")
                        .toList());
        assertThat(ledger.repeated()).isEmpty();
        JsonObject clock = desk.admin(desk.two())
                .get("tickets/" + tickets.get(0) + "/clocks")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(clock.getString("breached_at")).isEqualTo(clock.getString("due_at"));
    }

    /** A first reply within 40 seconds; a solution within a quarter of an hour, with a warning 42 seconds into it. */
    private static void promise(DeskDriver admin, String tag) {
        JsonObject policy = Json.createObjectBuilder()
                .add("name", tag)
                .add("position", 1)
                .add("condition", includes(tag))
                .add(
                        "targets",
                        Json.createArrayBuilder()
                                .add(target("first_reply_time", "PT40S"))
                                .add(target("total_resolution_time", "PT15M")))
                .add(
                        "warnings",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("before", "PT14M18S")))
                .build();
        Answer answer = admin.post("sla-policies", policy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static JsonObject includes(String tag) {
        return Json.createObjectBuilder()
                .add(
                        "all",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("field", "ticket.tags")
                                        .add("operator", "includes_any")
                                        .add("value", Json.createArrayBuilder().add(tag))))
                .build();
    }

    private static JsonObject target(String metric, String time) {
        return Json.createObjectBuilder()
                .add("metric", metric)
                .add("priority", "normal")
                .add("target", time)
                .add("time", "calendar")
                .build();
    }

    private static List<String> open(Pair desk, String tag) throws Exception {
        JsonObject ticket = Json.createObjectBuilder()
                .add("subject", "Late")
                .add("comment", Json.createObjectBuilder().add("text", "Anybody there?"))
                .add("requester", Json.createObjectBuilder().add("email", "late@example.org"))
                .add("tags", Json.createArrayBuilder().add(tag))
                .build();
        return Crowd.of(CALLERS, () -> open(desk.admin(desk.one()), ticket, TICKETS / CALLERS)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> open(DeskDriver admin, JsonObject ticket, int times) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Answer answer = admin.post("tickets", ticket);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ids.add(answer.json().getString("id"));
        }
        return ids;
    }
}
