package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket that whoever has it cannot solve. */
@Journey
class EscalationIT {

    private final Desk desk = Desk.open();

    @Test
    void a_ticket_goes_up_with_what_was_tried_and_down_with_what_came_of_it_and_the_customer_waits_no_longer() {
        Instant before = Instant.now().minus(Duration.ofDays(1));
        JsonObject ticket = desk.opens("Smoke comes out of the firmware");
        DeskDriver owner = desk.ownerOf(ticket);
        String path = "tickets/" + ticket.getString("id") + "/escalations";
        JsonObject was = tier(before, 3);

        Answer silent = owner.post(path, to(3).build());
        assertThat(silent.status()).as(silent.body()).isEqualTo(422);
        assertThat(silent.json().getString("detail")).contains("what was tried");

        Answer up = owner.post(path, to(3).add("tried", "Another cable.").build());

        assertThat(up.status()).as(up.body()).isEqualTo(201);
        JsonObject above = desk.current(ticket);
        assertThat(above.getInt("tier")).isEqualTo(3);
        assertThat(above.getString("group_id")).isEqualTo(desk.group("Engineering"));
        assertThat(above.getString("due_at")).as("the customer's clock runs on").isEqualTo(ticket.getString("due_at"));

        Answer down = DeskDriver.asAdmin()
                .post(path, to(1).add("outcome", "missing_information").build());

        assertThat(down.status()).as(down.body()).isEqualTo(201);
        assertThat(down.json().getString("chosen_by")).isEqualTo("came_from");
        JsonObject back = desk.current(ticket);
        assertThat(back.getInt("tier")).isEqualTo(1);
        assertThat(back.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(back.getString("due_at")).isEqualTo(ticket.getString("due_at"));
        assertThat(desk.items(ticket, "episodes"))
                .extracting(episode -> episode.getInt("tier") + " " + episode.getString("outcome", "now"))
                .containsExactly("1 escalated", "3 missing_information", "1 now");
        assertThat(desk.items(ticket, "escalations")).hasSize(2);
        JsonObject is = tier(before, 3);
        assertThat(is.getInt("reached_count")).isEqualTo(was.getInt("reached_count") + 1);
        assertThat(is.getJsonObject("escalations").getInt("missing_information_count"))
                .isEqualTo(was.getJsonObject("escalations").getInt("missing_information_count") + 1);
    }

    private static JsonObjectBuilder to(int tier) {
        return Json.createObjectBuilder().add("tier", tier).add("reason", "Somebody must look into it.");
    }

    private static JsonObject tier(Instant from, int tier) {
        Instant to = from.plus(Duration.ofDays(2));
        return DeskDriver.asAdmin().get("tiers?from=" + from + "&to=" + to).getJsonArray("tiers").stream()
                .map(one -> one.asJsonObject())
                .filter(one -> one.getInt("tier") == tier)
                .findFirst()
                .orElseThrow();
    }
}
