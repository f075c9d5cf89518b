package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets that are held out to agents instead of being given to them. */
@Journey
class OffersIT {

    private final Desk desk = Desk.open();
    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver mira = hired("Mira");

    @Test
    void what_is_held_out_is_nobodys_until_it_is_accepted_and_is_answered_once() {
        JsonObject ticket = heldOutToMira();
        assertThat(desk.current(ticket).getString("unassigned_reason")).isEqualTo("offered");
        String offer = "offers/" + offerOf(ticket);
        assertThat(hired("Deniz").tryGet(offer).status()).as("somebody else's").isEqualTo(404);

        Answer accepted = answer(offer, "accepted");

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.json().getString("state")).isEqualTo("accepted");
        assertThat(desk.current(ticket).getString("assignee_id")).isEqualTo(desk.idOf(mira));
        Answer late = answer(offer, "declined");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().getString("detail")).contains("accepted already");
        assertThat(desk.current(ticket).getString("assignee_id")).isEqualTo(desk.idOf(mira));
    }

    @Test
    void what_is_declined_waits_for_somebody_else_and_says_why() {
        JsonObject ticket = heldOutToMira();
        answer("offers/" + offerOf(ticket), "declined");

        assertThat(desk.current(ticket).getString("unassigned_reason")).isEqualTo("declined");
        JsonObject asked = Json.createObjectBuilder()
                .add("group_id", desk.current(ticket).getString("group_id"))
                .build();
        assertThat(mira.post("offers", asked).status()).as("not again").isEqualTo(204);
        JsonObject question =
                Json.createObjectBuilder().add("agent_id", desk.idOf(mira)).build();
        Answer why = admin.post("tickets/" + ticket.getString("id") + "/why-not", question);
        assertThat(why.status()).as(why.body()).isEqualTo(200);
        assertThat(why.json().getBoolean("result")).isFalse();
        assertThat(checks(why.json()))
                .filteredOn(check -> !check.getBoolean("result"))
                .extracting(check -> check.getString("field"))
                .containsExactly("ticket.declined_by");
    }

    @Test
    void the_next_one_is_held_out_to_who_asks() {
        JsonObject ticket = heldOutToMira();
        answer("offers/" + offerOf(ticket), "declined");
        DeskDriver deniz = hired("Deniz");
        String group = desk.current(ticket).getString("group_id");
        assertThat(admin.put("groups/" + group + "/members/" + desk.idOf(deniz), "*")
                        .status())
                .isEqualTo(204);

        JsonObject asked = Json.createObjectBuilder().add("group_id", group).build();
        Answer next = deniz.post("offers", asked);

        boolean heldOutAlready = next.status() == 204;
        if (!heldOutAlready) {
            assertThat(next.status()).as(next.body()).isEqualTo(201);
            assertThat(next.json().getString("ticket_id")).isEqualTo(ticket.getString("id"));
        }
        assertThat(deniz.get("offers").getJsonArray("items").getValuesAs(JsonObject.class))
                .as("routing holds it out by itself within two seconds, if nobody asks")
                .extracting(offer -> offer.getString("ticket_id"))
                .contains(ticket.getString("id"));
    }

    /** An agent who is here and has nothing to do yet. */
    private DeskDriver hired(String name) {
        JsonObject person = Json.createObjectBuilder()
                .add("name", name)
                .add("role", "agent")
                .build();
        Answer hired = admin.post("users", person);
        assertThat(hired.status()).as(hired.body()).isEqualTo(201);
        String id = hired.json().getString("id");
        put("agents/" + id + "/capacity", Json.createObjectBuilder().add("capacity", 5));
        put("agents/" + id + "/presence", Json.createObjectBuilder().add("presence", "online"));
        JsonObject key = Json.createObjectBuilder()
                .add("name", "Journey")
                .add("user_id", id)
                .build();
        return DeskDriver.at(
                Suite.current().api(), admin.post("tokens", key).json().getString("secret"));
    }

    private void put(String path, JsonObjectBuilder body) {
        Answer answer = admin.put(path, body.build(), "*");
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    /** A ticket of a new group that has no member but her, and holds out. */
    private JsonObject heldOutToMira() {
        JsonObjectBuilder group = Json.createObjectBuilder()
                .add("name", "Offers " + UUID.randomUUID())
                .add("assigns_by", "offer")
                .add("offer_timeout", "PT5M");
        Answer made = admin.post("groups", group.build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().getString("id");
        admin.put("groups/" + id + "/members/" + desk.idOf(mira), "*");
        JsonObject opening = Json.createObjectBuilder()
                .add("subject", "Who takes this?")
                .add("comment", Json.createObjectBuilder().add("text", "Please tell me."))
                .add("requester", Json.createObjectBuilder().add("email", "ada@" + UUID.randomUUID() + ".example"))
                .add("group_id", id)
                .build();
        Answer opened = admin.post("tickets", opening);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json();
    }

    private String offerOf(JsonObject ticket) {
        return mira.get("offers").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(offer -> offer.getString("ticket_id").equals(ticket.getString("id")))
                .map(offer -> offer.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private Answer answer(String offer, String state) {
        return mira.put(offer, Json.createObjectBuilder().add("state", state).build(), "*");
    }

    private static List<JsonObject> checks(JsonObject answer) {
        return answer.getJsonObject("evaluation").getJsonArray("children").getValuesAs(JsonObject.class);
    }
}
