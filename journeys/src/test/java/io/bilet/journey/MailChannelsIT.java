package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A second mailbox: connected, watched, changed and disconnected by an administrator. */
@Journey
class MailChannelsIT {

    private static final Duration NOTICED_MAX = Duration.ofSeconds(60);

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String address = "billing-" + System.nanoTime() + "@bilet.test";

    @Test
    void mail_to_a_new_channel_becomes_a_ticket_of_the_group_its_address_names() {
        String channel = created(channel("channel").add("imap", imap(Postbox.of(address))));
        String group = Desk.open().group("Hardware");
        created(
                "support-addresses",
                Json.createObjectBuilder()
                        .add("address", address)
                        .add("mail_channel_id", channel)
                        .add("group_id", group)
                        .build());
        Postbox customer = Postbox.of("payer-" + System.nanoTime() + "@example.org");

        customer.send(address, """
                From: %s
                To: %s
                Subject: My invoice
                Message-ID: <%2$s>
                Date: Mon, 23 Nov 2026 09:00:00 +0100

                It is wrong.
                """.formatted(customer.address(), address));

        JsonObject ticket = Desk.open().onlyTicketOf(customer.address());
        assertThat(ticket.getString("group_id")).isEqualTo(group);
        assertThat(admin.get("mail-channels/" + channel).getString("fetched_at"))
                .isNotEmpty();
    }

    @Test
    void a_mailbox_that_cannot_be_read_says_why_and_holds_no_other_up() {
        JsonObjectBuilder wrong = imap(Postbox.of(address)).add("password", "not the password");
        String channel = created(channel("wrong").add("imap", wrong));

        await().atMost(NOTICED_MAX)
                .until(() -> admin.get("mail-channels/" + channel).containsKey("last_error"));

        assertThat(admin.get("mail-channels/" + channel).getString("last_error"))
                .doesNotContain("not the password");
        admin.delete("mail-channels/" + channel);
        assertThat(admin.tryGet("mail-channels/" + channel).status()).isEqualTo(404);
    }

    @Test
    void passwords_stay_where_a_change_does_not_name_them_and_are_never_shown() {
        String channel = created(channel("quiet").add("active", false).add("imap", imap(Postbox.of(address))));

        Answer renamed = admin.patch(
                "mail-channels/" + channel,
                Json.createObjectBuilder()
                        .add("name", "Renamed " + address)
                        .add("active", true)
                        .build());

        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.body()).doesNotContain("password", "customer\"");
        await().atMost(NOTICED_MAX)
                .until(() -> admin.get("mail-channels/" + channel).containsKey("fetched_at"));
        assertThat(admin.get("mail-channels/" + channel)).doesNotContainKey("last_error");
    }

    @Test
    void an_address_is_taken_once_and_its_channel_must_be_there() {
        created(
                "support-addresses",
                Json.createObjectBuilder().add("address", address).build());

        Answer again = admin.post(
                "support-addresses",
                Json.createObjectBuilder()
                        .add("address", address.toUpperCase(java.util.Locale.ROOT))
                        .build());
        Answer lost = admin.post(
                "support-addresses",
                Json.createObjectBuilder()
                        .add("address", "x" + address)
                        .add("mail_channel_id", "mch_0198c0ffee0070008000000000009999")
                        .build());

        assertThat(again.status()).isEqualTo(409);
        assertThat(lost.status()).isEqualTo(422);
        assertThat(lost.body()).contains("\"/mail_channel_id\"");
    }

    private JsonObjectBuilder channel(String name) {
        return Json.createObjectBuilder()
                .add("name", name + " " + address)
                .add(
                        "smtp",
                        Json.createObjectBuilder()
                                .add("host", "127.0.0.1")
                                .add("port", Suite.current().ports().smtp())
                                .add("security", "none"));
    }

    private static JsonObjectBuilder imap(Postbox box) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", Suite.current().ports().imap())
                .add("security", "none")
                .add("user", box.address())
                .add("password", "customer");
    }

    private String created(JsonObjectBuilder channel) {
        return created("mail-channels", channel.build());
    }

    private String created(String resource, JsonObject body) {
        Answer answer = admin.post(resource, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }
}
