package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickets that belong together. */
@Journey
class LinksIT {

    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void both_tickets_show_and_record_what_each_is_to_the_other() {
        String smoke = open("Smoke");
        String fire = open("Fire");

        Answer made = link(smoke, "incident_of", fire);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(admin.get(made.header("Location").replaceFirst(".*/api/v1/", "")))
                .isEqualTo(made.json());
        assertThat(links(smoke)).containsExactly("incident_of Fire");
        assertThat(links(fire)).containsExactly("problem_of Smoke");
        assertThat(lastEvent(fire)).contains("ticket.links_changed", "problem_of " + smoke);
        assertThat(admin.get("tickets/" + fire).getInt("version")).isEqualTo(0);
    }

    @Test
    void a_link_is_taken_away_on_both_sides_by_who_has_read_the_ticket() {
        String one = open("One");
        String two = open("Two");
        String link =
                "tickets/" + two + "/links/" + link(one, "related", two).json().getString("id");

        assertThat(admin.delete(link).status()).isEqualTo(428);
        assertThat(admin.delete(link, "\"999\"").status()).isEqualTo(412);
        assertThat(admin.delete(link, "\"0\"").status()).isEqualTo(204);

        assertThat(links(one)).isEmpty();
        assertThat(links(two)).isEmpty();
        assertThat(lastEvent(one)).contains("\"from\":\"related " + two);
        assertThat(admin.delete(link, "*").status()).isEqualTo(404);
    }

    @Test
    void the_same_link_is_made_once_whoever_asks_from_whichever_side() {
        String one = open("One");
        String two = open("Two");
        link(one, "related", two);
        link(one, "parent_of", two);

        assertThat(link(two, "related", one).status()).isEqualTo(409);
        assertThat(link(two, "child_of", one).status()).isEqualTo(409);
        assertThat(links(two)).containsExactlyInAnyOrder("related One", "child_of One");
    }

    @Test
    void a_family_has_one_parent_and_no_circle() {
        String grandmother = open("Grandmother");
        String mother = open("Mother");
        String child = open("Child");
        link(mother, "child_of", grandmother);
        link(mother, "parent_of", child);

        assertThat(link(child, "child_of", grandmother).status()).isEqualTo(409);
        assertThat(link(grandmother, "child_of", child).status()).isEqualTo(409);
        assertThat(links(child)).containsExactly("child_of Mother");
    }

    @Test
    void what_cannot_be_linked_is_named_and_nothing_changes() {
        String one = open("One");

        Answer itself = link(one, "related", one);
        Answer absent = link(one, "related", "tkt_0198c0ffee0070008000000000000042");
        Answer unknown = link(one, "cousin_of", one);

        assertThat(itself.status()).isEqualTo(422);
        assertThat(itself.body()).contains("/ticket_id");
        assertThat(absent.status()).isEqualTo(422);
        assertThat(absent.body()).contains("/ticket_id");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("/type");
        assertThat(links(one)).isEmpty();
    }

    private String open(String subject) {
        Answer answer = admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", subject)
                        .add("comment", Json.createObjectBuilder().add("text", "See subject."))
                        .add("requester", Json.createObjectBuilder().add("email", "linked@example.org"))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private Answer link(String ticket, String type, String other) {
        return admin.post(
                "tickets/" + ticket + "/links",
                Json.createObjectBuilder()
                        .add("type", type)
                        .add("ticket_id", other)
                        .build());
    }

    private List<String> links(String ticket) {
        return admin.get("tickets/" + ticket + "/links").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(link -> link.getString("type") + " " + link.getString("subject"))
                .toList();
    }

    private String lastEvent(String ticket) {
        return admin.get("tickets/" + ticket + "/events?limit=100").getJsonArray("items").stream()
                .reduce((earlier, later) -> later)
                .map(JsonValue::toString)
                .orElseThrow();
    }
}
