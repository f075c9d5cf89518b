package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Mail that became nothing: kept byte by byte with its reason until somebody decides. */
@Journey
class SuspendedMailsIT {

    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void a_mail_without_a_sender_waits_with_its_reason_and_its_bytes() throws Exception {
        String mime = "X-Odd: " + System.nanoTime() + "\r\nSubject: Who am I?\r\n\r\nNobody knows.\r\n";

        JsonObject mail = submitted(mime);

        assertThat(mail.getString("outcome")).isEqualTo("suspended");
        assertThat(mail.getString("reason")).isEqualTo("no_sender");
        JsonObject suspended = admin.get("suspended-mails/" + mail.getString("id"));
        assertThat(suspended.getString("subject")).isEqualTo("Who am I?");
        assertThat(suspended.getJsonNumber("bytes").longValue()).isEqualTo(mime.length());
        assertThat(admin.get("suspended-mails?reason=no_sender&limit=100").toString())
                .contains(mail.getString("id"));
        assertThat(admin.get("suspended-mails?reason=inactive_sender&limit=100").toString())
                .doesNotContain(mail.getString("id"));
        byte[] raw = admin.download("suspended-mails/" + mail.getString("id") + "/raw", BodyHandlers.ofByteArray())
                .body();
        assertThat(new String(raw, StandardCharsets.ISO_8859_1)).isEqualTo(mime);
    }

    @Test
    void raw_mail_is_for_admins_and_every_download_is_written_down() throws Exception {
        String id = submitted("X-Odd: " + System.nanoTime() + "\r\n\r\n").getString("id");

        assertThat(DeskDriver.asAgent("mira")
                        .tryGet("suspended-mails/" + id + "/raw")
                        .status())
                .isEqualTo(403);
        admin.download("suspended-mails/" + id + "/raw", BodyHandlers.discarding());

        JsonObject entry = admin.get("audit-entries?subject_id=" + id)
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(entry.getString("type")).isEqualTo("suspended_mail.downloaded");
        assertThat(entry.getJsonObject("actor").getString("id"))
                .isEqualTo(admin.get("me").getJsonObject("user").getString("id"));
    }

    @Test
    void what_held_a_mail_back_can_be_mended_and_the_mail_tried_again() {
        String address = "away-" + System.nanoTime() + "@example.org";
        String user = admin.post(
                        "users",
                        Json.createObjectBuilder()
                                .add("name", "Away")
                                .add(
                                        "identities",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("type", "email")
                                                        .add("value", address)))
                                .build())
                .json()
                .getString("id");
        active(user, false);
        String id = submitted(
                        "From: %1$s\r\nTo: support@bilet.test\r\nSubject: Back\r\nMessage-ID: <%1$s>\r\n\r\nHello.\r\n"
                                .formatted(address))
                .getString("id");
        assertThat(admin.get("suspended-mails/" + id).getString("reason")).isEqualTo("inactive_sender");

        active(user, true);
        Answer retried = retry(id);

        assertThat(retried.json().getString("outcome")).as(retried.body()).isEqualTo("ticket_opened");
        assertThat(admin.get("tickets/" + retried.json().getString("ticket_id")).getString("requester_id"))
                .isEqualTo(user);
        assertThat(admin.tryGet("suspended-mails/" + id).status()).isEqualTo(404);
        assertThat(retry(id).status()).isEqualTo(409);
    }

    @Test
    void what_was_put_away_is_off_the_list_and_cannot_be_tried_again() {
        String id = submitted("X-Odd: " + System.nanoTime() + "\r\n\r\n").getString("id");

        assertThat(admin.delete("suspended-mails/" + id).status()).isEqualTo(204);

        assertThat(admin.tryGet("suspended-mails/" + id).status()).isEqualTo(404);
        assertThat(admin.delete("suspended-mails/" + id).status()).isEqualTo(409);
        assertThat(retry(id).status()).isEqualTo(409);
    }

    private void active(String user, boolean active) {
        assertThat(admin.patch(
                                "users/" + user,
                                Json.createObjectBuilder().add("active", active).build())
                        .status())
                .isEqualTo(200);
    }

    private Answer retry(String id) {
        return admin.send(admin.request("suspended-mails/" + id + "/retries").POST(BodyPublishers.noBody()), "");
    }

    private JsonObject submitted(String mime) {
        return Desk.open().submits(mime).json();
    }
}
