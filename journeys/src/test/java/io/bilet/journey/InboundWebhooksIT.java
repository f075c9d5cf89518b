package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Other systems say what is to be done: believed by their signature, done once, and put in literally. */
@Journey
class InboundWebhooksIT {

    private static final JsonObject ALERT = Json.createObjectBuilder()
            .add(
                    "alert",
                    Json.createObjectBuilder()
                            .add("name", "Disk {/host} {{7*7}}")
                            .add("level", "high"))
            .add("host", "db1")
            .add("lines", Json.createArrayBuilder(List.of("one", "two")))
            .build();

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String external = "alert-" + UUID.randomUUID();

    @Test
    void an_alert_opens_a_ticket_once_and_what_comes_after_it_is_a_comment() throws Exception {
        JsonObject opening = created(alerts());
        String id = "msg-" + UUID.randomUUID();

        Answer first = told(opening, id, 0, ALERT);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().getString("outcome")).isEqualTo("ticket_opened");
        String ticket = first.json().getString("ticket_id");
        JsonObject opened = admin.get("tickets/" + ticket);
        assertThat(opened.getString("subject")).isEqualTo("Disk {/host} {{7*7}} on db1");
        assertThat(opened.getString("priority")).isEqualTo("high");
        assertThat(opened.getString("external_id")).isEqualTo(external);
        assertThat(opened.getJsonArray("tags").toString()).contains("alert");

        Answer again = told(opening, id, 0, ALERT);
        assertThat(again.json().getString("outcome")).isEqualTo("duplicate");
        assertThat(again.json().getString("ticket_id")).isEqualTo(ticket);

        JsonObject commenting = created(Json.createObjectBuilder()
                .add("name", "More of alerts")
                .add("action", "add_comment")
                .add(
                        "mapping",
                        Json.createObjectBuilder()
                                .add("ticket", external)
                                .add("text", "Still {/lines/1}, {/nothing}")));
        Answer more = told(commenting, "msg-" + UUID.randomUUID(), 0, ALERT);
        assertThat(more.json().getString("outcome")).as(more.body()).isEqualTo("comment_added");
        assertThat(more.json().getString("ticket_id")).isEqualTo(ticket);
        List<JsonObject> comments = admin.get("tickets/" + ticket + "/comments")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(comments).hasSize(2);
        assertThat(comments.get(1).getString("text")).isEqualTo("Still two,");
        assertThat(comments.get(1).getString("visibility")).isEqualTo("internal");
    }

    @Test
    void what_is_not_signed_now_with_the_secret_is_refused_and_does_nothing() throws Exception {
        JsonObject hook = created(alerts());
        JsonObject other = created(alerts());

        assertThat(told(hook, "msg-1", -301, ALERT).status()).isEqualTo(401);
        assertThat(told(hook, "msg-1", 301, ALERT).status()).isEqualTo(401);
        assertThat(post(hook, other.getString("secret"), "msg-1", 0, ALERT.toString(), ALERT.toString())
                        .status())
                .isEqualTo(401);
        assertThat(post(hook, hook.getString("secret"), "msg-1", 0, ALERT.toString(), "{}")
                        .status())
                .isEqualTo(401);
        assertThat(post(hook, hook.getString("secret"), "msg-1", 0, "[1]", "[1]")
                        .status())
                .isEqualTo(400);
        assertThat(told(hook, "msg-1", 0, Json.createObjectBuilder().build()).status())
                .isEqualTo(200);
        admin.patch(path(hook), Json.createObjectBuilder().add("active", false).build());
        assertThat(told(hook, "msg-2", 0, ALERT).status()).isEqualTo(409);
        assertThat(admin.get(path(hook)).toString()).doesNotContain("whsec_");
    }

    @Test
    void what_a_mapping_cannot_mean_is_refused_where_it_stands() {
        refused(
                "/mapping/subject",
                Json.createObjectBuilder()
                        .add("requester_email", "a@example.org")
                        .add("text", "x"));
        refused("/mapping/class", Json.createObjectBuilder(mapping()).add("class", "java.lang.Runtime"));
        refused("/mapping/text", Json.createObjectBuilder(mapping()).add("text", 5));
    }

    private void refused(String pointer, JsonObjectBuilder mapping) {
        Answer answer =
                admin.post("inbound-webhooks", alerts().add("mapping", mapping).build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private JsonObjectBuilder alerts() {
        return Json.createObjectBuilder()
                .add("name", "Alerts")
                .add("action", "open_ticket")
                .add("mapping", mapping());
    }

    private JsonObject mapping() {
        return Json.createObjectBuilder()
                .add("requester_email", "monitoring@example.org")
                .add("subject", "{/alert/name} on {/host}")
                .add("text", "First: {/lines/0}")
                .add("priority", "{/alert/level}")
                .add("tags", "alert, {/host}")
                .add("external_id", external)
                .build();
    }

    private JsonObject created(JsonObjectBuilder wanted) {
        Answer answer = admin.post("inbound-webhooks", wanted.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonObject issued) {
        return "inbound-webhooks/" + issued.getJsonObject("inbound_webhook").getString("id");
    }

    private static Answer told(JsonObject issued, String id, long secondsOff, JsonObject message)
            throws IOException, InterruptedException, WebhookSigningException {
        return post(issued, issued.getString("secret"), id, secondsOff, message.toString(), message.toString());
    }

    /** Signs as the reference library does, but sends what it is told to. */
    private static Answer post(JsonObject issued, String secret, String id, long secondsOff, String signed, String sent)
            throws IOException, InterruptedException, WebhookSigningException {
        long now = Instant.now().getEpochSecond() + secondsOff;
        var request = DeskDriver.asStranger()
                .request(path(issued) + "/messages")
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(secret).sign(id, now, signed))
                .POST(BodyPublishers.ofString(sent))
                .build();
        return Answer.of(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
    }
}
