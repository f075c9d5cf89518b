package io.bilet.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bilet.dev.DemoDesk;
import io.bilet.journey.Collector.Span;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What administrators see of a running Bilet: its health, its numbers, its traces, its log and its plugins. */
@Journey
class RunningIT {

    private static final Duration SEEN_MAX = Duration.ofSeconds(30);
    private static final Pattern METRIC = Pattern.compile("(?m)^# TYPE (bilet_[a-z_]+) ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(bilet_[a-z_]+)`");

    @Test
    @Tag("payara")
    void health_tells_living_from_being_ready_and_from_having_started() {
        assertThat(checks("live")).containsOnly(Map.entry("threads", "UP"));
        assertThat(checks("ready")).isEqualTo(Map.of("database", "UP", "disk", "UP", "keys", "UP", "work", "UP"));
        assertThat(checks("started")).containsOnly(Map.entry("schema", "UP"));
    }

    @Test
    @Tag("payara")
    void every_metric_is_documented_and_every_documented_metric_is_there() throws Exception {
        opened("Counted");
        DeskDriver.asAdmin().get("tickets");

        String page = DeskDriver.asAdmin().tryGet("metrics").body();

        Path guide = Suite.current().checkout().root().resolve("docs/guides/telemetry.md");
        assertThat(names(METRIC, page)).isEqualTo(names(DOCUMENTED, Files.readString(guide)));
        assertThat(page).contains("operation=\"createTicket\"", "bilet_database_up 1.0", "jvm_memory_used_bytes");
    }

    @Test
    @Tag("payara")
    void numbers_are_for_administrators_and_nobody_finds_others_beside_them() {
        assertThat(DeskDriver.asStranger().tryGet("metrics").status()).isEqualTo(401);
        assertThat(DeskDriver.asAgent("mira").tryGet("metrics").status()).isEqualTo(403);
        DeskDriver root = DeskDriver.at(Suite.current().api().resolve("/"), "");
        for (String elsewhere : List.of("metrics", "metrics/base", "openapi", "health/../metrics")) {
            Answer answer = root.tryGet(elsewhere);
            assertThat(answer.status()).as(elsewhere).isIn(403, 404);
            assertThat(answer.body()).as(elsewhere).doesNotContain("jvm", "openapi:");
        }
    }

    @Test
    void the_way_of_a_mail_is_one_trace() {
        Postbox customer = Postbox.of("traced-" + System.nanoTime() + "@example.org");
        customer.send(DemoDesk.SUPPORT_ADDRESS, mail(customer, "Traced"));
        String ticket = Desk.open().onlyTicketOf(customer.address()).getString("id");

        Map<String, Span> trace = traceWith("ticket open", ticket, Set.of("mail fetch", "work plugin-example"));

        assertThat(trace)
                .containsKeys("mail fetch", "mail file", "mail read", "ticket open", "ticket route")
                .containsKey("work plugin-example");
        assertThat(trace.get("mail fetch").parent()).isEmpty();
        assertThat(trace.get("mail file").parent())
                .isEqualTo(trace.get("mail fetch").id());
        assertThat(trace.get("mail read").parent())
                .isEqualTo(trace.get("mail file").id());
        assertThat(trace.get("ticket route").parent())
                .isEqualTo(trace.get("ticket open").id());
        assertThat(trace.get("ticket route").attributes()).containsEntry("service.name", "bilet");
    }

    @Test
    @Tag("payara")
    void an_answer_is_one_trace_from_the_request_to_the_mail_and_continues_the_callers() {
        JsonObject ticket = opened("Answered");
        String trace = "4bf92f3577b34da6a3ce" + "%012x".formatted(System.nanoTime() & 0xffffffffffffL);
        DeskDriver admin = DeskDriver.asAdmin();
        String comment = "{\"text\":\"Please wait.\",\"visibility\":\"public\"}";

        Answer answer = admin.send(
                admin.request("tickets/" + ticket.getString("id") + "/comments")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .POST(BodyPublishers.ofString(comment)),
                comment);

        assertThat(answer.status()).isEqualTo(201);
        Map<String, Span> spans = await("the mail's span")
                .atMost(SEEN_MAX)
                .until(() -> Suite.current().collector().trace(trace), found -> found.containsKey("mail send"));
        Span request = spans.get("POST /tickets/{ticket_id}/comments");
        assertThat(request.parent()).isEqualTo("00f067aa0ba902b7");
        assertThat(request.attributes()).containsEntry("request.id", answer.header("X-Request-Id"));
        assertThat(spans.get("ticket settle").parent()).isEqualTo(request.id());
        assertThat(spans.get("work mail-out").parent()).isEqualTo(request.id());
        assertThat(spans.get("mail send").parent())
                .isEqualTo(spans.get("work mail-out").id());
    }

    @Test
    void a_plugin_of_the_folder_hears_of_tickets_and_broken_ones_harm_nobody() {
        JsonObject ticket = opened("Heard of");

        await("the example's line")
                .atMost(SEEN_MAX)
                .until(() -> Files.exists(file()) && Files.readString(file()).contains(ticket.getString("id")));
        await("the end of patience")
                .atMost(SEEN_MAX)
                .until(() -> plugin("broken.jar").getInt("failures") >= 1);

        JsonObject example = plugin("example.jar");
        assertThat(example.getString("state")).isEqualTo("active");
        assertThat(example.getString("id")).isEqualTo("example");
        assertThat(example.getInt("calls")).isPositive();
        assertThat(example.getJsonArray("extension_points")).containsExactly(Json.createValue("ticket_listener"));
        assertThat(plugin("broken.jar").getString("reason")).contains("I never get this right.");
        assertThat(plugin("future.jar").getString("state")).isEqualTo("refused");
        assertThat(plugin("future.jar").getString("reason")).contains("version 9.0 of the SPI");
        assertThat(plugin("scribble.jar").getString("state")).isEqualTo("refused");
        assertThat(DeskDriver.asAdmin().get("tickets/" + ticket.getString("id")).getString("status"))
                .isIn("new", "open");
    }

    @Test
    @Tag("payara")
    void the_log_names_requests_and_never_people_texts_or_secrets() {
        String mark = "zq" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        DeskDriver admin = DeskDriver.asAdmin();
        Postbox customer = Postbox.of(mark + "@example.org");
        customer.send(
                DemoDesk.SUPPORT_ADDRESS,
                mail(customer, mark).replace("Ada", mark).replace("Please help.", "Please help " + mark));
        JsonObject ticket = Desk.open().onlyTicketOf(customer.address());
        Desk.open().answers(admin, ticket, "Dear " + mark, "pending");
        customer.await(mail -> Postbox.text(mail).contains(mark));
        String requestId = "journey-" + System.nanoTime();

        Answer suspended = handsInNobodysMail(admin, requestId, mark);
        assertThat(DeskDriver.at(Suite.current().api(), "bil_" + mark)
                        .tryGet("me")
                        .status())
                .isEqualTo(401);
        assertThat(admin.tryGet("users?email=" + mark + "%40nowhere").status()).isIn(200, 400, 422);
        String channel = opensWrongChannel(admin, mark);
        await("the channel's failure")
                .atMost(SEEN_MAX)
                .until(() -> admin.get("mail-channels/" + channel).toString().contains("could not be reached"));

        List<String> lines = Suite.current().log().lines();
        assertThat(suspended.header("X-Request-Id")).isEqualTo(requestId);
        assertThat(lines)
                .filteredOn(line -> line.contains(suspended.json().getString("id") + " was set aside"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(json(line).toString()).contains(requestId));
        assertThat(lines)
                .as("what people wrote is repeated at the most talkative level only")
                .noneMatch(line -> line.contains(mark) && !line.contains("\"level\":\"DEBUG\""));
        assertThat(Suite.current().collector().spans())
                .noneMatch(span -> span.toString().contains(mark));
    }

    private static Answer handsInNobodysMail(DeskDriver admin, String requestId, String mark) {
        String mime =
                "From: %1$s@example.org\r\nFrom: other@example.org\r\nSubject: %1$s\r\n\r\n%1$s\r\n".formatted(mark);
        Answer answer = admin.send(
                admin.request("inbound-mails")
                        .header("Content-Type", "message/rfc822")
                        .header("X-Request-Id", requestId)
                        .POST(BodyPublishers.ofString(mime)),
                mime);
        assertThat(answer.json().getString("reason")).isEqualTo("several_senders");
        return answer;
    }

    /** A mailbox at a place where nobody listens, with words that are nobody's business. */
    private static String opensWrongChannel(DeskDriver admin, String mark) {
        JsonObject server = Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", 9)
                .add("security", "none")
                .add("user", mark)
                .add("password", mark)
                .build();
        Answer answer = admin.post(
                "mail-channels",
                Json.createObjectBuilder()
                        .add("name", mark)
                        .add("imap", server)
                        .add("smtp", server)
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static JsonObject plugin(String file) {
        return DeskDriver.asAdmin().get("plugins").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(plugin -> plugin.getString("file_name").equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No plugin " + file));
    }

    private static Path file() {
        return Suite.current().plugins().file();
    }

    /** The trace in which a span is about a ticket, once the wanted spans of it have come in. */
    private static Map<String, Span> traceWith(String name, String ticket, Set<String> wanted) {
        Collector collector = Suite.current().collector();
        return await("the trace of " + ticket)
                .atMost(SEEN_MAX)
                .until(
                        () -> collector.spans().stream()
                                .filter(span -> span.name().equals(name))
                                .filter(span -> ticket.equals(span.attributes().get("ticket.id")))
                                .findFirst()
                                .map(span -> collector.trace(span.trace()))
                                .orElse(Map.of()),
                        trace -> trace.keySet().containsAll(wanted));
    }

    private static Map<String, String> checks(String which) {
        URI health = Suite.current().health();
        Answer answer = DeskDriver.at(health, "").tryGet(which);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonObject> checks = answer.json().getJsonArray("checks").getValuesAs(JsonObject.class);
        return checks.stream()
                .filter(check -> !check.getString("name").matches(".*(server|deployment|boot|suspend).*"))
                .collect(java.util.stream.Collectors.toMap(
                        check -> check.getString("name"), check -> check.getString("status")));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(toSet());
    }

    private static JsonObject opened(String subject) {
        Answer answer = DeskDriver.asAdmin()
                .post(
                        "tickets",
                        Json.createObjectBuilder()
                                .add("subject", subject)
                                .add("comment", Json.createObjectBuilder().add("text", "It burns."))
                                .add("requester", Json.createObjectBuilder().add("email", "ada@running.example"))
                                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String mail(Postbox customer, String subject) {
        return """
                From: Ada Example <%s>
                To: support@bilet.test
                Subject: %s
                Message-ID: <%s-%1$s>
                Date: Mon, 23 Nov 2026 09:00:00 +0100

                Please help.
                """.formatted(customer.address(), subject, System.nanoTime());
    }
}
