package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C29: who is known cannot be found out, and who is no longer known is out soon. */
@Journey
class C29EnumerationIT {

    private static final Duration OUT_WITHIN = Duration.ofSeconds(60);

    @Test
    void c29_every_token_that_opens_nothing_is_told_the_same() {
        List<Answer> answers = List.of(
                me(unknown()),
                me(revoked()),
                me("bil_short"),
                me("bil_" + "A".repeat(43)),
                me("no-token-at-all"),
                me(expired()));

        assertThat(answers).extracting(Answer::status).containsOnly(401);
        assertThat(answers).extracting(C29EnumerationIT::words).hasSameElementsAs(List.of(words(answers.get(0))));
        assertThat(answers).extracting(C29EnumerationIT::headers).hasSameElementsAs(List.of(headers(answers.get(0))));
    }

    @Test
    void c29_a_token_that_was_good_once_is_not_told_from_one_that_never_was_by_the_clock() {
        String revoked = revoked();
        String unknown = unknown();

        Medians.assertAlike(() -> me(revoked), () -> me(unknown));
    }

    @Test
    void c29_a_requester_does_not_learn_who_is_known() {
        DeskDriver requester = Cast.another(Role.REQUESTER).driver();
        String known = Cast.user(Role.REQUESTER);

        Answer naming =
                open(requester, Json.createObjectBuilder().add("id", known).build());
        Answer guessing = open(
                requester,
                Json.createObjectBuilder().add("id", "usr_" + Spec.NOBODY).build());

        assertThat(naming.status()).isEqualTo(422);
        assertThat(words(naming)).isEqualTo(words(guessing));
        assertThat(requester.tryGet("users/" + known).status()).isEqualTo(403);
        assertThat(words(requester.tryGet("users/" + known)).replace(known, ""))
                .isEqualTo(words(requester.tryGet("users/usr_" + Spec.NOBODY)).replace("usr_" + Spec.NOBODY, ""));
    }

    @Test
    void c29_a_user_switched_off_is_out_over_the_api_and_over_mail() {
        Cast.Member agent = Cast.another(Role.AGENT);
        String address = "gone-" + System.nanoTime() + "@bilet.test";
        Cast.created(DeskDriver.asAdmin().post("users/" + agent.id() + "/identities", identity(address)));
        assertThat(me(agent.token()).status()).isEqualTo(200);

        patch(agent, Json.createObjectBuilder().add("active", false).build());

        await().atMost(OUT_WITHIN).until(() -> me(agent.token()).status() == 401);
        assertThat(mailFrom(address).getString("outcome")).isEqualTo("suspended");
    }

    @Test
    void c29_a_role_taken_away_takes_its_permissions_along() {
        Cast.Member agent = Cast.another(Role.SUPERVISOR);
        assertThat(agent.driver().tryGet("audit-entries").status()).isEqualTo(200);

        patch(agent, Json.createObjectBuilder().add("role", "light_agent").build());

        await().atMost(OUT_WITHIN)
                .until(() -> agent.driver().tryGet("audit-entries").status() == 403);
        assertThat(agent.driver().tryGet("me").status()).isEqualTo(200);
    }

    @Test
    void c29_a_group_taken_away_takes_its_tickets_along() {
        Cast.Member agent = Cast.another(Role.AGENT);
        String group = Cast.group(agent.id());
        String ticket = Cast.ticket(Cast.user(Role.REQUESTER), group, "Seen while a member");
        assertThat(agent.driver().tryGet("tickets/" + ticket).status()).isEqualTo(200);

        DeskDriver.asAdmin().delete("groups/" + group + "/members/" + agent.id());

        await().atMost(OUT_WITHIN)
                .until(() -> agent.driver().tryGet("tickets/" + ticket).status() == 404);
    }

    @Test
    void c29_a_revoked_token_is_out_at_once_on_the_node_that_revoked_it() {
        JsonObject issued = Cast.issue(Cast.user(Role.AGENT), List.of(), Json.createObjectBuilder());
        assertThat(me(issued.getString("secret")).status()).isEqualTo(200);

        DeskDriver.asAdmin().delete("tokens/" + issued.getJsonObject("token").getString("id"));

        assertThat(me(issued.getString("secret")).status()).isEqualTo(401);
    }

    private static String unknown() {
        return "bil_" + "uN".repeat(21) + "x";
    }

    private static String revoked() {
        JsonObject issued = Cast.issue(Cast.oneOf(Role.AGENT).id(), List.of(), Json.createObjectBuilder());
        DeskDriver.asAdmin().delete("tokens/" + issued.getJsonObject("token").getString("id"));
        return issued.getString("secret");
    }

    private static String expired() {
        String until = Instant.now().plusSeconds(2).toString();
        String secret = Cast.issue(
                        Cast.oneOf(Role.AGENT).id(),
                        List.of(),
                        Json.createObjectBuilder().add("expires_at", until))
                .getString("secret");
        await().atMost(Duration.ofSeconds(30)).until(() -> me(secret).status() == 401);
        return secret;
    }

    private static Answer me(String token) {
        return DeskDriver.at(Suite.current().api(), token).tryGet("me");
    }

    private static void patch(Cast.Member member, JsonObject change) {
        assertThat(DeskDriver.asAdmin().patch("users/" + member.id(), change).status())
                .isEqualTo(200);
    }

    private static Answer open(DeskDriver requester, JsonObject whom) {
        return requester.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "For somebody else")
                        .add("comment", Json.createObjectBuilder().add("text", "Hello."))
                        .add("requester", whom)
                        .build());
    }

    private static JsonObject identity(String address) {
        return Json.createObjectBuilder()
                .add("type", "email")
                .add("value", address)
                .add("verified", true)
                .build();
    }

    private static JsonObject mailFrom(String address) {
        String mime =
                "From: %1$s\r\nTo: support@bilet.test\r\nSubject: Still here?\r\nMessage-ID: <gone-%1$s>\r\n\r\nHello.\r\n"
                        .formatted(address);
        return Cast.send(DeskDriver.asAdmin(), "POST", "inbound-mails", "message/rfc822", mime, Map.of())
                .json();
    }

    private static String words(Answer answer) {
        return answer.body().replaceAll("\"(request_id|instance)\":\"[^\"]*\"", "");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
        List.of("date", "x-request-id").forEach(headers::remove);
        return headers;
    }
}
