package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C33: what is secret is in no answer, no refusal and no log, and what lies behind the application is not served. */
@Journey
class C33SecretsIT {

    private static final String IMAP = "canary-imap-" + System.nanoTime();
    private static final String SMTP = "canary-smtp-" + System.nanoTime();

    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void c33_secrets_go_in_and_never_come_out() {
        JsonObject issued = Cast.issue(Cast.oneOf(Role.AGENT).id(), List.of(), Json.createObjectBuilder());
        String jwt = Suite.current().issuer().token("sub-" + System.nanoTime());
        DeskDriver.at(Suite.current().api(), jwt).tryGet("me");
        String channel = Cast.created(admin.post("mail-channels", channel())).getString("id");
        List<String> heard = new ArrayList<>();
        refusals(channel).forEach((what, answer) -> {
            assertThat(answer.status()).as(what).isBetween(400, 499);
            heard.add(answer.body());
        });
        for (Spec.Op op :
                Spec.operations().stream().filter(one -> !one.writes()).toList()) {
            heard.add(admin.tryGet(op.pathOfNothing()).body());
        }
        heard.add(admin.tryGet("mail-channels/" + channel).body());
        String log = String.join("\n", Suite.current().log().lines());
        SoftAssertions all = new SoftAssertions();

        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("the password of a mailbox", IMAP);
        secrets.put("the password of a mail server", SMTP);
        secrets.put("a token", issued.getString("secret"));
        secrets.put("a token of the issuer", jwt);
        secrets.put("the administrator's token", Suite.current().tokens().admin());
        secrets.put(
                "the password of the database", Suite.current().databaseAccess().password());
        secrets.forEach((what, secret) -> {
            all.assertThat(String.join("\n", heard)).as("%s in answers", what).doesNotContain(secret);
            all.assertThat(log).as("%s in the log", what).doesNotContain(secret);
        });

        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEB-INF/web.xml",
                "WEB-INF/beans.xml",
                "WEB-INF/lib/",
                "META-INF/MANIFEST.MF",
                "META-INF/bilet/openapi.json",
                "docs/../WEB-INF/web.xml",
                "docs/..;/WEB-INF/web.xml",
                "docs/%2e%2e/WEB-INF/web.xml",
                "docs/%2e%2e%2fWEB-INF%2fweb.xml",
                "docs/%252e%252e/WEB-INF/web.xml",
                "WEB-INF;x/web.xml",
                "WEB-INF%2fweb.xml",
                "web-inf/web.xml",
                "./WEB-INF/./web.xml",
                "%57EB-INF/web.xml",
                "WEB-INF/web.xml%00.html",
                "META-INF/../WEB-INF/classes/io/bilet/rest/BiletApplication.class",
                "management",
                "console",
                "metrics",
                "health",
                "openapi",
                "wildfly-services/ejb",
                ".git/config",
                "api/v1/..;/..;/WEB-INF/web.xml",
            })
    void c33_nothing_behind_the_application_is_served(String path) {
        RawExchange heard =
                RawExchange.of("GET /" + path + " HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n");

        assertThat(heard.statuses()).as(heard.text()).hasSize(1).allMatch(status -> status >= 400 && status < 500);
        assertThat(heard.text()).doesNotContain("<web-app", "Manifest-Version", "openapi\"");
    }

    @Test
    void c33_what_this_node_measures_is_told_to_nobody_without_a_permission() {
        assertThat(DeskDriver.asStranger().tryGet("metrics").status()).isEqualTo(401);
        assertThat(Cast.oneOf(Role.AGENT).driver().tryGet("metrics").status()).isEqualTo(403);
    }

    @Test
    void c33_a_method_that_is_not_specified_is_refused_on_every_path() {
        SoftAssertions all = new SoftAssertions();
        Map<String, List<String>> methods = new LinkedHashMap<>();
        Spec.operations().forEach(op -> methods.computeIfAbsent(op.pathOfNothing(), path -> new ArrayList<>())
                .add(op.method()));

        methods.forEach((path, specified) -> {
            for (String method : List.of("GET", "PUT", "POST", "PATCH", "DELETE")) {
                if (!specified.contains(method)) {
                    Answer answer = admin.send(admin.request(path).method(method, BodyPublishers.noBody()), "");
                    all.assertThat(answer.status()).as("%s %s", method, path).isEqualTo(405);
                }
            }
        });

        all.assertAll();
    }

    @Test
    void c33_asking_for_the_methods_tells_nothing_but_methods() {
        URI root = Suite.current().api().resolve("/");
        for (String path : List.of("", "docs/start.js", "api/v1/tickets", "WEB-INF/web.xml")) {
            RawExchange heard =
                    RawExchange.of("OPTIONS /" + path + " HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n");
            assertThat(heard.text())
                    .as("%s%s", root, path)
                    .doesNotContain("function", "<web-app", "jakarta", "io.bilet");
        }
    }

    /** Requests that hold a secret and are refused. */
    private Map<String, Answer> refusals(String channel) {
        JsonObject taken = channel();
        JsonObject unknown =
                Json.createObjectBuilder(channel()).add("pasword", SMTP).build();
        JsonObject malformed = Json.createObjectBuilder(channel())
                .add(
                        "smtp",
                        Json.createObjectBuilder()
                                .add("host", 5)
                                .add("port", SMTP)
                                .add("password", SMTP))
                .build();
        return Map.of(
                "a name that is taken", admin.post("mail-channels", taken),
                "an unknown field", admin.post("mail-channels", unknown),
                "a wrong type", admin.post("mail-channels", malformed),
                "a stale change",
                        admin.send(
                                admin.request("mail-channels/" + channel)
                                        .header("Content-Type", "application/merge-patch+json")
                                        .header("If-Match", "\"99\"")
                                        .method(
                                                "PATCH",
                                                BodyPublishers.ofString("{\"smtp\":{\"password\":\"" + SMTP + "\"}}")),
                                ""),
                "a token in the address",
                        admin.tryGet("tickets?token=" + Suite.current().tokens().admin()));
    }

    private static JsonObject channel() {
        return Json.createObjectBuilder()
                .add("name", "Channel with secrets")
                .add("active", false)
                .add("imap", server(993, IMAP))
                .add("smtp", server(465, SMTP))
                .build();
    }

    private static JsonObject server(int port, String password) {
        return Json.createObjectBuilder()
                .add("host", "mail.example")
                .add("port", port)
                .add("user", "desk")
                .add("password", password)
                .build();
    }
}
