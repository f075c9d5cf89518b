package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Colleagues help with a ticket that stays with its owner. */
@Journey
class SwarmIT {

    private final Desk desk = Desk.open();

    @Test
    void a_colleague_is_asked_accepts_contributes_and_the_owner_says_what_came_of_it() {
        JsonObject ticket = desk.opens("Can the firmware cause smoke?");
        DeskDriver owner = desk.ownerOf(ticket);
        DeskDriver colleague = desk.colleagueOf(ticket);
        String expert = desk.idOf(colleague);

        Answer opened = owner.post(
                "swarms",
                Json.createObjectBuilder()
                        .add("ticket_id", ticket.getString("id"))
                        .add("question", "Can it?")
                        .add("agent_ids", Json.createArrayBuilder().add(expert))
                        .build());

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String swarm = "swarms/" + opened.json().getString("id");
        assertThat(colleague.tryGet("tickets/" + ticket.getString("id")).status())
                .as("who is asked sees the ticket")
                .isEqualTo(200);
        assertThat(colleague.get("swarms?open=true&member_id=" + expert).getJsonArray("items"))
                .isNotEmpty();
        JsonObject finding = Json.createObjectBuilder()
                .add("text", "Version 2.0 overheats.")
                .add("time_spent", "PT20M")
                .build();
        assertThat(colleague.post(swarm + "/contributions", finding).status())
                .as("first they accept")
                .isEqualTo(409);

        JsonObject yes = Json.createObjectBuilder().add("answer", "accepted").build();
        Answer accepted = colleague.put(swarm + "/members/" + expert, yes, "*");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(colleague.put(swarm + "/members/" + expert, yes, "*").status())
                .as("once")
                .isEqualTo(409);
        Answer contributed = colleague.post(swarm + "/contributions", finding);
        assertThat(contributed.status()).as(contributed.body()).isEqualTo(201);

        JsonObject end = Json.createObjectBuilder()
                .add("outcome", "answered")
                .add("summary", "The update cures it.")
                .build();
        Answer closed = owner.put(swarm + "/outcome", end, "*");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        JsonObject member = closed.json().getJsonArray("members").getJsonObject(0);
        assertThat(member.getString("time_spent")).isEqualTo("PT20M");
        assertThat(member.getInt("contribution_count")).isEqualTo(1);

        JsonObject after = desk.current(ticket);
        assertThat(after.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(after.getString("due_at")).as("no clock stopped").isEqualTo(ticket.getString("due_at"));
        assertThat(desk.events(ticket))
                .extracting(event -> event.getString("type"))
                .containsSubsequence(
                        "ticket.swarm_opened",
                        "ticket.swarm_invited",
                        "ticket.swarm_accepted",
                        "ticket.swarm_contributed",
                        "ticket.swarm_closed");
    }
}
