package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C10: a header that a proxy might set makes nobody somebody, lifts no limit and stands in no answer or log. */
@Journey
class C10HeadersIT {

    private static final String CANARY = "canary-header.example";

    private static final List<String> IDENTITIES = List.of(
            "X-User",
            "X-Remote-User",
            "Remote-User",
            "X-Forwarded-User",
            "X-Auth-Request-User",
            "X-Authenticated-User",
            "X-WEBAUTH-USER",
            "X-Forwarded-Email",
            "Cf-Access-Authenticated-User-Email",
            "X-Client-Cert",
            "Cookie");

    private static final List<String> PLACES = List.of(
            "X-Forwarded-For",
            "X-Real-IP",
            "Forwarded",
            "CF-Connecting-IP",
            "True-Client-IP",
            "X-Client-IP",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Original-URL",
            "X-HTTP-Method-Override");

    @Test
    void c10_a_header_makes_a_stranger_nobody() {
        String admin = DeskDriver.asAdmin().get("me").getJsonObject("user").getString("id");

        for (String header : IDENTITIES) {
            for (String value : List.of(admin, "admin", "mira@bilet.test", "user=" + admin)) {
                assertThat(with(DeskDriver.asStranger(), Map.of(header, value), "me")
                                .status())
                        .as("%s: %s", header, value)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void c10_a_header_makes_nobody_somebody_else() {
        String admin = DeskDriver.asAdmin().get("me").getJsonObject("user").getString("id");
        Cast.Member agent = Cast.oneOf(Role.AGENT);
        Map<String, String> headers = new LinkedHashMap<>();
        IDENTITIES.forEach(header -> headers.put(header, admin));

        Answer answer = with(agent.driver(), headers, "me");

        assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(agent.id());
        assertThat(with(agent.driver(), Map.of("On-Behalf-Of", admin), "me").status())
                .as("only service accounts act for others")
                .isEqualTo(403);
    }

    @Test
    void c10_a_method_is_what_the_request_line_says() {
        DeskDriver admin = DeskDriver.asAdmin();
        String group = Cast.group();

        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            with(admin, Map.of(header, "DELETE"), "groups/" + group);
        }

        assertThat(admin.tryGet("groups/" + group).status()).isEqualTo(200);
    }

    @Test
    void c10_a_limit_holds_wherever_a_caller_says_to_come_from() {
        String token = Cast.issue(
                        Cast.user(Role.AGENT),
                        List.of(),
                        Json.createObjectBuilder().add("requests_per_minute", 5))
                .getString("secret");
        DeskDriver caller = DeskDriver.at(Suite.current().api(), token);

        for (int i = 0; i < 5; i++) {
            Answer answer = with(caller, Map.of("X-Forwarded-For", "198.51.100." + i), "me");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).startsWith("\"token\";r=" + (4 - i));
        }

        for (String header : PLACES) {
            Answer answer = with(caller, Map.of(header, "198.51.100.77"), "me");
            assertThat(answer.status()).as(header).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
            assertThat(answer.json().getString("type")).isEqualTo("/problems/too-many-requests");
        }
    }

    @Test
    void c10_what_a_proxy_might_say_stands_in_no_answer_and_no_log() {
        Map<String, String> headers = new LinkedHashMap<>();
        PLACES.forEach(header -> headers.put(header, CANARY));

        Answer made = Cast.send(
                DeskDriver.asAdmin(),
                "POST",
                "skills",
                "application/json",
                "{\"name\":\"Skill " + System.nanoTime() + "\"}",
                headers);
        Answer refused = with(DeskDriver.asAdmin(), headers, "skills/skl_" + Spec.NOBODY);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).startsWith("/api/v1/skills/skl_");
        for (Answer answer : List.of(made, refused)) {
            assertThat(answer.body() + answer.headers().map()).doesNotContain(CANARY);
        }
        assertThat(String.join("\n", Suite.current().log().lines())).doesNotContain(CANARY);
    }

    private static Answer with(DeskDriver caller, Map<String, String> headers, String path) {
        HttpRequest.Builder request = caller.request(path).GET();
        headers.forEach(request::header);
        return caller.send(request, "");
    }
}
