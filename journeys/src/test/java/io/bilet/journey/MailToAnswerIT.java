package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.dev.DemoDesk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole house once through: a customer's mail comes in at the top, the agent's answer leaves at the bottom. */
@Journey
@Tag("payara")
class MailToAnswerIT {

    private static final List<String> PRINTER_PEOPLE = List.of("mira", "ioana", "matei");

    @Test
    void a_mail_becomes_an_owned_ticket_and_the_answer_reaches_the_customer() {
        Desk desk = Desk.open();
        Postbox customer = Postbox.of("fire-" + System.nanoTime() + "@example.org");

        desk.giveRoom(PRINTER_PEOPLE);
        customer.send(DemoDesk.SUPPORT_ADDRESS, """
                From: Ada Example <%s>
                To: support@bilet.test
                Subject: Printer on fire
                Message-ID: <fire-1@example.org>
                Date: Mon, 23 Nov 2026 09:00:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                It smokes. Please help.
                """.formatted(customer.address()));

        JsonObject ticket = desk.onlyTicketOf(customer.address());
        assertThat(ticket.getString("subject")).isEqualTo("Printer on fire");
        assertThat(ticket.getString("priority")).isEqualTo("urgent");
        assertThat(ticket.getString("group_id")).isEqualTo(desk.group("Hardware"));
        assertThat(desk.idsOf(PRINTER_PEOPLE))
                .as(ticket.toString())
                .contains(ticket.getString("assignee_id", "nobody"));
        assertThat(ticket.getJsonObject("next_breach").getString("metric")).isEqualTo("first_reply_time");
        assertThat(ticket.getString("due_at"))
                .isEqualTo(ticket.getJsonObject("next_breach").getString("at"));

        List<JsonObject> decisions = desk.decisions(ticket);
        assertThat(decisions).extracting(decision -> decision.getString("kind")).contains("routing", "assignment");
        assertThat(desk.candidates(decisions))
                .as("everybody in Hardware was weighed, and who was passed over has a reason")
                .hasSize(4)
                .allSatisfy(candidate ->
                        assertThat(candidate.getJsonArray("reasons")).isNotEmpty());

        DeskDriver owner = desk.ownerOf(ticket);
        JsonObject row = desk.inboxRow(owner, ticket);
        assertThat(row.getBoolean("unread")).isTrue();
        assertThat(row.getString("due_at")).isEqualTo(ticket.getString("due_at"));

        desk.answers(owner, ticket, "Please step away from the printer.", "pending");

        Message answer =
                customer.await(mail -> Postbox.header(mail, "In-Reply-To").equals("<fire-1@example.org>"));
        assertThat(Postbox.header(answer, "References")).contains("<fire-1@example.org>");
        assertThat(Postbox.header(answer, "From")).contains(DemoDesk.SUPPORT_ADDRESS);
        assertThat(Postbox.text(answer)).contains("Please step away from the printer.");
        assertThat(desk.clock(ticket, "first_reply_time").getString("state")).isEqualTo("met");
        assertThat(desk.current(ticket).getString("status")).isEqualTo("pending");

        customer.send(
                DemoDesk.SUPPORT_ADDRESS, """
                From: Ada Example <%s>
                To: support@bilet.test
                Subject: Re: Printer on fire
                Message-ID: <fire-2@example.org>
                In-Reply-To: %s
                References: <fire-1@example.org> %2$s
                Date: Mon, 23 Nov 2026 10:00:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                I am away from it. Now what?
                """.formatted(customer.address(), Postbox.header(answer, "Message-ID")));

        JsonObject reopened = desk.awaitStatus(ticket, "open");
        assertThat(reopened.getString("assignee_id")).isEqualTo(ticket.getString("assignee_id"));
        assertThat(desk.comments(ticket))
                .extracting(comment -> comment.getString("text").strip())
                .containsExactly(
                        "It smokes. Please help.",
                        "Please step away from the printer.",
                        "I am away from it. Now what?");
        assertThat(desk.clock(ticket, "next_reply_time").getString("state")).isEqualTo("running");
        assertThat(desk.events(ticket))
                .extracting(event -> event.getJsonNumber("sequence").longValue())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_mail_that_came_twice_is_one_ticket() {
        Desk desk = Desk.open();
        Postbox customer = Postbox.of("twice-" + System.nanoTime() + "@example.org");
        String mail = """
                From: %s
                To: support@bilet.test
                Subject: Where is my invoice?
                Message-ID: <invoice-%1$s>
                Date: Mon, 23 Nov 2026 09:00:00 +0100

                I need it for March.
                """.formatted(customer.address());

        Answer first = desk.submits(mail.replace("\n", "\r\n"));
        Answer again = desk.submits(mail.replace("\n", "\r\n"));

        assertThat(first.json().getString("outcome")).isEqualTo("ticket_opened");
        assertThat(again.json().getString("outcome")).isEqualTo("duplicate");
        assertThat(desk.onlyTicketOf(customer.address()).getJsonArray("tags")).contains(Json.createValue("billing"));
    }
}
