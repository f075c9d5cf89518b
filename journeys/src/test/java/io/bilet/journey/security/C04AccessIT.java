package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C04: every operation asks for its permission, and what is hidden reads as absent wherever its id is put. */
@Journey
class C04AccessIT {

    @ParameterizedTest
    @EnumSource
    void c04_each_role_may_call_what_the_table_permits_and_nothing_else(Role role) {
        DeskDriver caller = Cast.oneOf(role).driver();
        PermissionTable table =
                PermissionTable.ofTheGuide(Suite.current().checkout().root());
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operations()) {
            Answer answer = call(caller, op, op.pathOfNothing());
            if (op.isPublic() || table.permits(role, op)) {
                all.assertThat(answer.status())
                        .as("%s as %s: %s", op, role, answer.body())
                        .isNotIn(401, 403, 415)
                        .isLessThan(500);
            } else {
                all.assertThat(answer.status()).as("%s as %s", op, role).isEqualTo(403);
                all.assertThat(answer.json().getString("type"))
                        .as(op.toString())
                        .isEqualTo("/problems/forbidden");
            }
        }

        all.assertAll();
    }

    @Test
    void c04_a_stranger_may_call_what_is_public_and_nothing_else() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operations()) {
            Answer answer = call(DeskDriver.asStranger(), op, op.pathOfNothing());
            int open = op.writes() ? 404 : 200; // what is signed is of somebody who is not there
            all.assertThat(answer.status()).as(op.toString()).isEqualTo(op.isPublic() ? open : 401);
            all.assertThat(answer.header("Content-Type"))
                    .as(op.toString())
                    .startsWith(op.isPublic() ? "application/" : "application/problem+json");
        }

        all.assertAll();
    }

    @Test
    void c04_a_token_without_scopes_for_it_is_refused_whoever_it_belongs_to() {
        String token = Cast.token(Cast.oneOf(Role.ADMIN).id(), List.of("me.read"));
        DeskDriver caller = DeskDriver.at(Suite.current().api(), token);

        assertThat(caller.tryGet("me").status()).isEqualTo(200);
        assertThat(caller.tryGet("tickets").status()).isEqualTo(403);
        assertThat(caller.tryGet("tokens").status()).isEqualTo(403);
    }

    @Test
    void c04_a_hidden_ticket_reads_as_absent_in_every_operation_of_a_ticket() {
        Hidden hidden = new Hidden();
        SoftAssertions all = new SoftAssertions();

        for (Cast.Member outsider : List.of(hidden.agent, hidden.lightAgent, hidden.requester)) {
            for (Spec.Op op :
                    Spec.operations().stream().filter(Spec.Op::isOfATicket).toList()) {
                Answer ofHidden =
                        call(outsider.driver(), op, op.pathOfNothing().replace("tkt_" + Spec.NOBODY, hidden.ticket));
                Answer ofNothing = call(outsider.driver(), op, op.pathOfNothing());
                all.assertThat(withoutNames(ofHidden)).as(op.toString()).isEqualTo(withoutNames(ofNothing));
                all.assertThat(ofHidden.status()).as(op.toString()).isNotEqualTo(200);
            }
        }

        all.assertAll();
        assertThat(DeskDriver.asAdmin().get("tickets/" + hidden.ticket).getInt("version"))
                .as("nothing changed")
                .isEqualTo(hidden.version);
    }

    @Test
    void c04_a_hidden_ticket_is_in_no_list_whatever_it_is_looked_for_by() {
        Hidden hidden = new Hidden();
        JsonObject ticket = DeskDriver.asAdmin().get("tickets/" + hidden.ticket);

        for (String list : List.of(
                "tickets?limit=100",
                "tickets?number=" + ticket.getInt("number"),
                "tickets?requester_id=" + ticket.getString("requester_id"),
                "tickets?group_id=" + ticket.getString("group_id"),
                "tickets?sort=-updated_at&limit=100")) {
            for (Cast.Member outsider : List.of(hidden.agent, hidden.lightAgent, hidden.requester)) {
                assertThat(outsider.driver().tryGet(list).body())
                        .as(list)
                        .doesNotContain(hidden.ticket)
                        .doesNotContain(Hidden.CANARY);
            }
        }
        assertThat(hidden.agent.driver().tryGet("inbox").body()).doesNotContain(hidden.ticket);
    }

    @Test
    void c04_an_agent_of_the_group_sees_the_ticket_and_a_light_agent_may_only_note() {
        Cast.Member agent = Cast.another(Role.AGENT);
        Cast.Member lightAgent = Cast.another(Role.LIGHT_AGENT);
        String ticket = Cast.ticket(Cast.user(Role.REQUESTER), Cast.group(agent.id()), "Seen");

        assertThat(agent.driver().tryGet("tickets/" + ticket).status()).isEqualTo(200);
        assertThat(lightAgent.driver().tryGet("tickets/" + ticket).status()).isEqualTo(404);
    }

    @Test
    void c04_a_requester_sees_their_own_ticket_and_none_of_its_notes() {
        Cast.Member requester = Cast.another(Role.REQUESTER);
        String ticket = Cast.ticket(requester.id(), Cast.group(), "Mine");
        DeskDriver admin = DeskDriver.asAdmin();
        Cast.created(admin.post(
                "tickets/" + ticket + "/comments",
                Json.createObjectBuilder()
                        .add("text", Hidden.CANARY)
                        .add("visibility", "internal")
                        .build()));

        Answer comments = requester.driver().tryGet("tickets/" + ticket + "/comments");

        assertThat(comments.status()).isEqualTo(200);
        assertThat(comments.json().getJsonArray("items")).hasSize(1);
        assertThat(comments.body()).doesNotContain(Hidden.CANARY);
        assertThat(requester.driver().tryGet("tickets/" + ticket + "/events").status())
                .isEqualTo(403);
    }

    @Test
    void c04_a_hidden_ticket_is_not_told_from_an_absent_one_by_the_clock() {
        Hidden hidden = new Hidden();
        DeskDriver outsider = hidden.agent.driver();

        Medians.assertAlike(
                () -> outsider.tryGet("tickets/" + hidden.ticket), () -> outsider.tryGet("tickets/tkt_" + Spec.NOBODY));
    }

    /** Says nothing where something is to be said, so that nothing happens that should have been refused. */
    private static Answer call(DeskDriver caller, Spec.Op op, String path) {
        String body = op.mediaType().isEmpty() ? "" : "{}";
        var request = caller.request(path).method(op.method(), BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", op.mediaType());
        }
        if (Set.of("PATCH", "PUT", "DELETE").contains(op.method())) {
            request.header("If-Match", "*");
        }
        return caller.send(request, body);
    }

    private static String withoutNames(Answer answer) {
        return answer.status() + answer.body().replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    /** A ticket in a group that nobody of the cast belongs to, of a requester who is nobody of the cast. */
    private static final class Hidden {

        static final String CANARY = "canary-7Q2M-hidden";

        final Cast.Member agent = Cast.oneOf(Role.AGENT);
        final Cast.Member lightAgent = Cast.oneOf(Role.LIGHT_AGENT);
        final Cast.Member requester = Cast.oneOf(Role.REQUESTER);
        final String ticket = Cast.ticket(Cast.user(Role.REQUESTER), Cast.group(), CANARY);
        final int version = DeskDriver.asAdmin().get("tickets/" + ticket).getInt("version");
    }
}
