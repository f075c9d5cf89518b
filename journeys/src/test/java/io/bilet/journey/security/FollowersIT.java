package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who follows a ticket sees it, whatever their groups; and what people may do on tickets that are theirs to see. */
@Journey
class FollowersIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final Cast.Member requester = Cast.another(Role.REQUESTER);
    private final String ticket = Cast.ticket(requester.id(), Cast.group(), "Followed");

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "LIGHT_AGENT"})
    void who_is_let_follow_sees_the_ticket_from_then_on_and_no_longer_once_they_are_sent_away(Role role) {
        Cast.Member follower = Cast.another(role);
        assertThat(sees(follower)).isFalse();

        assertThat(follow(admin, follower, "*").status()).isEqualTo(204);
        assertThat(follow(admin, follower, "*").status())
                .as("who follows already goes on")
                .isEqualTo(204);

        assertThat(sees(follower)).isTrue();
        assertThat(admin.get(path() + "/followers").getJsonArray("items"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.asJsonObject().getString("user_id")).isEqualTo(follower.id()));

        assertThat(unfollow(admin, follower, "*").status()).isEqualTo(204);
        assertThat(sees(follower)).isFalse();
        assertThat(unfollow(admin, follower, "*").status()).isEqualTo(404);
    }

    @Test
    void following_is_in_the_record_and_makes_no_new_version() {
        Cast.Member follower = Cast.another(Role.AGENT);
        int version = admin.get(path()).getInt("version");

        follow(admin, follower, "*");

        JsonObject last =
                admin.get(path() + "/events?limit=100").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        assertThat(last.getString("type")).isEqualTo("ticket.followers_changed");
        assertThat(last.getJsonArray("changes").getJsonObject(0).getString("to"))
                .isEqualTo(follower.id());
        assertThat(last.getString("cause")).startsWith("request:");
        assertThat(admin.get(path()).getInt("version")).isEqualTo(version);
    }

    @Test
    void a_light_agent_may_follow_what_they_see_and_invite_nobody() {
        Cast.Member lightAgent = Cast.another(Role.LIGHT_AGENT);
        Cast.Member other = Cast.another(Role.LIGHT_AGENT);
        assertThat(follow(lightAgent.driver(), lightAgent, null).status())
                .as("hidden")
                .isEqualTo(404);
        follow(admin, lightAgent, "*");

        assertThat(follow(lightAgent.driver(), lightAgent, null).status()).isEqualTo(204);
        assertThat(follow(lightAgent.driver(), other, "*").status()).isEqualTo(403);
        assertThat(unfollow(lightAgent.driver(), lightAgent, null).status()).isEqualTo(204);
    }

    @Test
    void letting_others_follow_needs_a_reading_and_somebody_who_works_here() {
        Cast.Member agent = Cast.another(Role.AGENT);

        assertThat(follow(admin, agent, null).status()).isEqualTo(428);
        assertThat(follow(admin, agent, "\"999\"").status()).isEqualTo(412);
        assertThat(follow(admin, requester, "*").status()).isEqualTo(404);
        assertThat(follow(requester.driver(), requester, null).status()).isEqualTo(403);
        assertThat(admin.get(path() + "/followers").getJsonArray("items")).isEmpty();
    }

    @Test
    void a_light_agent_speaks_in_public_where_they_asked_and_nowhere_else() {
        Cast.Member lightAgent = Cast.another(Role.LIGHT_AGENT);
        String own = Cast.ticket(lightAgent.id(), Cast.group(), "My own printer");
        follow(admin, lightAgent, "*");

        Answer asked = lightAgent.driver().post("tickets/" + own + "/comments", comment(), "*");
        Answer followed = lightAgent.driver().post(path() + "/comments", comment(), "*");

        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().getString("author_role")).isEqualTo("requester");
        assertThat(followed.status()).isEqualTo(403);
    }

    @Test
    void who_may_pick_takes_a_ticket_and_gives_it_to_nobody_else() {
        Cast.Member supervisor = Cast.another(Role.SUPERVISOR);
        DeskDriver picker = DeskDriver.at(
                io.bilet.journey.Suite.current().api(),
                Cast.token(supervisor.id(), java.util.List.of("tickets.read", "tickets.pick")));

        assertThat(assign(picker, Cast.another(Role.SUPERVISOR).id()).status()).isEqualTo(403);
        Answer picked = assign(picker, supervisor.id());

        assertThat(picked.status()).as(picked.body()).isEqualTo(200);
        assertThat(picked.json().getString("assignee_id")).isEqualTo(supervisor.id());
        assertThat(assign(Cast.another(Role.AGENT).driver(), supervisor.id()).status())
                .isEqualTo(403);
    }

    private Answer assign(DeskDriver caller, String agent) {
        return caller.put(
                path() + "/assignment",
                Json.createObjectBuilder().add("agent_id", agent).build(),
                "*");
    }

    private boolean sees(Cast.Member who) {
        int status = who.driver().tryGet(path()).status();
        String listed = who.driver().get("tickets?limit=100").toString();
        assertThat(status).isIn(200, 404);
        assertThat(listed.contains(ticket)).as("the list says the same").isEqualTo(status == 200);
        return status == 200;
    }

    private Answer follow(DeskDriver caller, Cast.Member who, String ifMatch) {
        return send(caller, who, ifMatch, "PUT");
    }

    private Answer unfollow(DeskDriver caller, Cast.Member who, String ifMatch) {
        return send(caller, who, ifMatch, "DELETE");
    }

    private Answer send(DeskDriver caller, Cast.Member who, String ifMatch, String method) {
        HttpRequest.Builder request =
                caller.request(path() + "/followers/" + who.id()).method(method, BodyPublishers.noBody());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return caller.send(request, "");
    }

    private String path() {
        return "tickets/" + ticket;
    }

    private static JsonObject comment() {
        return Json.createObjectBuilder()
                .add("text", "It still smokes.")
                .add("visibility", "public")
                .build();
    }
}
