package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telling others what happens: signed, tried again, and one endpoint without regard to another. */
@Journey
class WebhooksIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer receiver = receiver();

    private record Told(Map<String, List<String>> headers, String body) {}

    @BeforeEach
    void listen() {
        receiver.createContext("/good", exchange -> answer(exchange, 200));
        receiver.createContext("/broken", exchange -> answer(exchange, 500));
        receiver.createContext("/hanging", exchange -> {
            try {
                Thread.sleep(SOON.toMillis());
            } catch (InterruptedException stopped) {
                exchange.close();
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        threads.shutdownNow();
        admin.get("webhooks?limit=100").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(webhook -> webhook.getString("url").startsWith(url("")))
                .forEach(webhook -> admin.delete("webhooks/" + webhook.getString("id"), "*"));
    }

    @Test
    void an_endpoint_is_told_within_seconds_while_another_hangs_and_its_library_believes_it() {
        created(webhook("/hanging"));
        JsonObject issued = created(webhook("/good"));
        String hook = issued.getJsonObject("webhook").getString("id");

        String ticket = opened();
        await().atMost(SOON).until(() -> told.stream().anyMatch(about(ticket)));

        Told first = told.stream().filter(about(ticket)).findFirst().orElseThrow();
        assertThatCode(() -> new Webhook(issued.getString("secret")).verify(first.body(), first.headers()))
                .doesNotThrowAnyException();
        assertThat(first.body()).doesNotContain("printer", "example.org");
        await().atMost(SOON).until(() -> deliveries(hook, "delivered").size() == 1);
        JsonObject delivery = deliveries(hook, "delivered").get(0);
        assertThat(delivery.getString("id"))
                .isEqualTo(first.headers().get("webhook-id").get(0));
        assertThat(delivery.getJsonArray("attempts").getJsonObject(0).getInt("status"))
                .isEqualTo(200);
        assertThat(admin.get("webhooks/" + hook).toString()).doesNotContain("whsec_");

        Answer again = post("webhooks/" + hook + "/deliveries/" + delivery.getString("id") + "/retries");
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        await().atMost(SOON).until(() -> told.stream().filter(about(ticket)).count() == 2);
        assertThat(told.stream().filter(about(ticket)).map(one -> one.headers().get("webhook-id")))
                .containsOnly(first.headers().get("webhook-id"));
    }

    @Test
    void what_an_endpoint_does_not_take_is_tried_again_and_the_log_says_so() {
        String hook = created(webhook("/broken")).getJsonObject("webhook").getString("id");
        opened();

        await().atMost(SOON).until(() -> deliveries(hook, "pending").stream()
                .anyMatch(delivery -> delivery.getJsonArray("attempts").size() >= 2));

        JsonObject pending = deliveries(hook, "pending").get(0);
        assertThat(pending.getJsonArray("attempts").getJsonObject(0).getInt("status"))
                .isEqualTo(500);
        assertThat(pending.getString("next_attempt_at", null)).isNotNull();
        assertThat(admin.get("webhooks/" + hook).getString("first_failed_at", null))
                .isNotNull();
        Answer off = admin.patch(
                "webhooks/" + hook,
                Json.createObjectBuilder().add("active", false).build());
        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(deliveries(hook, "pending")).isEmpty();
        assertThat(post("webhooks/" + hook + "/deliveries/" + pending.getString("id") + "/retries")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_new_secret_is_shown_once_and_the_former_one_signs_on() {
        JsonObject issued = created(webhook("/good"));
        String hook = issued.getJsonObject("webhook").getString("id");

        JsonObject renewed = post("webhooks/" + hook + "/secrets").json();
        String ticket = opened();
        await().atMost(SOON).until(() -> told.stream().anyMatch(about(ticket)));

        Told both = told.stream().filter(about(ticket)).findFirst().orElseThrow();
        for (JsonObject shown : List.of(issued, renewed)) {
            assertThatCode(() -> new Webhook(shown.getString("secret")).verify(both.body(), both.headers()))
                    .doesNotThrowAnyException();
        }
        assertThat(renewed.getString("secret")).isNotEqualTo(issued.getString("secret"));
    }

    @Test
    void what_is_wrong_with_a_webhook_is_said_where_it_stands_and_agents_make_none() {
        refused(422, "/url", webhook("/good").add("url", "https://10.0.0.1/"));
        refused(422, "/url", webhook("/good").add("url", "http://hooks.example.org/"));
        refused(422, "/url", webhook("/good").add("url", "ftp://hooks.example.org/"));
        refused(
                422,
                "/event_types/0",
                webhook("/good").add("event_types", Json.createArrayBuilder(List.of("java.lang.Runtime"))));
        refused(422, "/event_types", webhook("/good").add("event_types", Json.createArrayBuilder()));
        refused(
                422,
                "/condition",
                webhook("/good")
                        .add(
                                "condition",
                                Json.createObjectBuilder()
                                        .add("field", "comment.text")
                                        .add("operator", "contains")
                                        .add("value", "refund")));
        refused(400, "/secret", webhook("/good").add("secret", "mine"));
        assertThat(DeskDriver.asAgent("mira")
                        .post("webhooks", webhook("/good").build())
                        .status())
                .isEqualTo(403);
    }

    private void refused(int status, String pointer, JsonObjectBuilder wanted) {
        Answer answer = admin.post("webhooks", wanted.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private Predicate<Told> about(String ticket) {
        return one -> one.body().contains(ticket);
    }

    private List<JsonObject> deliveries(String hook, String state) {
        return admin.get("webhooks/" + hook + "/deliveries?state=" + state)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObjectBuilder webhook(String path) {
        return Json.createObjectBuilder()
                .add("name", "A test of " + path)
                .add("url", url(path))
                .add("event_types", Json.createArrayBuilder(List.of("ticket.created")));
    }

    private JsonObject created(JsonObjectBuilder wanted) {
        Answer answer = admin.post("webhooks", wanted.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer post(String path) {
        return admin.send(admin.request(path).POST(BodyPublishers.noBody()), "");
    }

    private String opened() {
        Answer answer = admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "The printer burns")
                        .add("comment", Json.createObjectBuilder().add("text", "Look."))
                        .add("requester", Json.createObjectBuilder().add("email", "hooked@example.org"))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(threads);
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        told.add(new Told(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
