package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.dev.DemoDesk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that act on whatever opens or changes a ticket: what they do, how they explain it, and what goes wrong. */
@Journey
class TriggersIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void removeTriggers() {
        made.forEach(id -> admin.delete("triggers/" + id, "*"));
    }

    @Test
    void a_trigger_acts_alike_on_a_mail_and_on_a_call_and_the_customer_reads_what_it_says() {
        String trigger = trigger(
                "{'field': 'comment.author_role', 'operator': 'is', 'value': 'requester'}",
                "{'kind': 'add_tags', 'tags': ['%1$s']}, {'kind': 'set_priority', 'priority': 'high'},"
                        + " {'kind': 'comment', 'visibility': 'public', 'text': 'We look at it: %1$s'}");
        Postbox customer = Postbox.of("trigger-" + System.nanoTime() + "@example.org");

        customer.send(DemoDesk.SUPPORT_ADDRESS, """
                From: Ada Example <%s>
                To: support@bilet.test
                Subject: About %s
                Message-ID: <%2$s@example.org>
                Date: Mon, 23 Nov 2026 09:00:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                It smokes.
                """.formatted(customer.address(), word));
        Message answer = customer.await(mail -> Postbox.text(mail).contains("We look at it: " + word));
        JsonObject called = DeskDriver.asRequester()
                .post("tickets", json("{'subject': 'About %s', 'comment': {'text': 'It smokes.'}}"))
                .json();

        assertThat(Postbox.header(answer, "Auto-Submitted")).isEqualTo("auto-generated");
        JsonObject mailed = Desk.open().onlyTicketOf(customer.address());
        for (JsonObject ticket : List.of(mailed, called)) {
            assertThat(ticket.getString("priority")).isEqualTo("high");
            assertThat(ticket.getJsonArray("tags").toString()).contains(word);
            assertThat(decisions(ticket, trigger)).singleElement().satisfies(decision -> {
                assertThat(decision.getString("outcome")).isEqualTo("applied");
                assertThat(decision.getJsonObject("evaluation").getBoolean("result"))
                        .isTrue();
            });
        }
        assertThat(admin.get("triggers/" + trigger).getJsonObject("recent").getInt("acted"))
                .isEqualTo(2);
    }

    @Test
    void a_change_is_answered_once_and_one_that_did_not_matter_says_why() {
        String trigger = trigger(
                "{'field': 'ticket.status', 'operator': 'changed_to', 'value': 'pending'}",
                "{'kind': 'add_tags', 'tags': ['%s']}");
        JsonObject ticket = opened();

        status(ticket, "pending");
        status(ticket, "open");

        assertThat(current(ticket).getJsonArray("tags").toString()).contains(word);
        assertThat(decisions(ticket, trigger)).hasSize(1);
        JsonObject why = admin.post(
                        "tickets/" + ticket.getString("id") + "/why-not", json("{'trigger_id': '" + trigger + "'}"))
                .json();
        assertThat(why.getBoolean("result")).isFalse();
        assertThat(why.getJsonObject("evaluation").toString()).contains("changed_to");
    }

    @Test
    void triggers_that_contradict_each_other_are_stopped_and_told_on_the_one_that_came_second() {
        String opened = "{'field': 'event.kind', 'operator': 'is', 'value': 'opened'}";
        String first = trigger(opened, "{'kind': 'set_priority', 'priority': 'urgent'}");
        String second = trigger(opened, "{'kind': 'set_priority', 'priority': 'low'}");

        JsonObject ticket = opened();

        assertThat(ticket.getString("priority")).isEqualTo("urgent");
        assertThat(admin.get("triggers/" + first).getJsonObject("recent").containsKey("trouble"))
                .isFalse();
        JsonObject trouble =
                admin.get("triggers/" + second).getJsonObject("recent").getJsonObject("trouble");
        assertThat(trouble.getString("code")).isEqualTo("contradiction");
        assertThat(trouble.getString("ticket_id")).isEqualTo(ticket.getString("id"));
    }

    @Test
    void what_is_wrong_with_a_trigger_is_said_where_it_stands() {
        refused(400, "/actions/0/kind", "{'all': []}", "{'kind': 'java.lang.Runtime'}");
        refused(400, "/actions/1", "{'all': []}", "{'kind': 'spam'}, {'kind': 'set_vip', 'tags': []}");
        refused(
                422,
                "/actions/0/group_id",
                "{'all': []}",
                "{'kind': 'set_group', 'group_id': 'grp_0198c0ffee0070008000000000009999'}");
        refused(422, "/actions/1", "{'all': []}", "{'kind': 'archive'}, {'kind': 'spam'}");
        refused(
                400,
                "/condition/operator",
                "{'field': 'ticket.due_at', 'operator': 'changed_to', 'value': 1}",
                "{'kind': 'set_vip'}");
        refused(
                422,
                "/condition/value",
                "{'field': 'comment.text', 'operator': 'matches', 'value': '(a+)+\\\\1'}",
                "{'kind': 'set_vip'}");
        refused(
                422,
                "/condition",
                "{'field': 'ticket.group_id', 'operator': 'is', 'value': 'grp_0198c0ffee0070008000000000009999'}",
                "{'kind': 'set_vip'}");
    }

    @Test
    void a_group_that_a_trigger_uses_is_not_removed() {
        String group = admin.post("groups", json("{'name': 'Group %s'}")).json().getString("id");
        trigger("{'all': []}", "{'kind': 'set_group', 'group_id': '" + group + "'}");

        Answer answer = admin.delete("groups/" + group);

        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    }

    private String trigger(String condition, String actions) {
        Answer answer = admin.post(
                "triggers",
                json("{'name': 'Trigger " + UUID.randomUUID() + "', 'category': 'Journeys', 'condition': {'all': ["
                        + "{'field': 'ticket.subject', 'operator': 'contains', 'value': '%1$s'}, " + condition
                        + "]}, 'actions': [" + actions + "]}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        made.add(answer.json().getString("id"));
        return made.get(made.size() - 1);
    }

    private void refused(int status, String pointer, String condition, String actions) {
        Answer answer = admin.post(
                "triggers",
                json("{'name': 'Trigger %s', 'condition': " + condition + ", 'actions': [" + actions + "]}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private JsonObject opened() {
        Answer answer = admin.post(
                "tickets",
                json(
                        "{'subject': 'About %s', 'comment': {'text': 'Look.'}, 'requester': {'email': 'triggered@example.org'}}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private void status(JsonObject ticket, String status) {
        Answer answer =
                admin.put("tickets/" + ticket.getString("id") + "/status", json("{'status': '" + status + "'}"), "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonObject current(JsonObject ticket) {
        return admin.get("tickets/" + ticket.getString("id"));
    }

    private List<JsonObject> decisions(JsonObject ticket, String trigger) {
        return admin
                .get("tickets/" + ticket.getString("id") + "/decisions?limit=100")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(decision ->
                        decision.getJsonObject("subject").getString("id", "").equals(trigger))
                .toList();
    }

    /** Written with single quotes, and the word of this test where a placeholder stands. */
    private JsonObject json(String text) {
        try (var reader =
                Json.createReader(new StringReader(text.formatted(word).replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
