package io.bilet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.intake.robot.Classification;
import io.bilet.people.Role;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIntakeIT {

    private static final String QUESTION = """
            From: Ada <{customer}>
            To: {support}
            Subject: Printer on fire
            Message-ID: <first@{domain}>

            Smoke comes out of it.
            """;

    @TempDir
    Path files;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(files);
    }

    @Test
    void a_mail_to_a_support_address_becomes_a_ticket_of_its_sender() {
        InboundMail mail = desk.receives(QUESTION);

        assertThat(mail.state()).isEqualTo(InboundState.FILED);
        assertThat(mail.openedTicket()).isTrue();
        assertThat(mail.classification()).contains(Classification.MESSAGE);
        Ticket ticket = desk.ticket(mail);
        assertThat(ticket.description().subject()).isEqualTo("Printer on fire");
        Comment first = desk.comments(ticket.id()).get(0);
        assertThat(first.said().text()).isEqualTo("Smoke comes out of it.");
        assertThat(first.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(first.mail().orElseThrow().messageId()).isEqualTo("<first@" + desk.domain + ">");
    }

    @Test
    void the_same_mail_again_changes_nothing_and_names_the_first() {
        InboundMail first = desk.receives(QUESTION);

        InboundLedger.Receipt second = desk.accepts(QUESTION, Envelope.UNKNOWN);

        assertThat(second.isNew()).isFalse();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(desk.comments(first.ticket().orElseThrow())).hasSize(1);
    }

    @Test
    void another_mail_with_the_same_message_id_is_kept_and_suppresses_nothing() {
        InboundMail first = desk.receives(QUESTION);

        InboundMail other = desk.receives(QUESTION.replace("{customer}", "eve@other-{domain}"));

        assertThat(other.state()).isEqualTo(InboundState.FILED);
        assertThat(other.ticket()).isPresent().isNotEqualTo(first.ticket());
    }

    @Test
    void an_answer_to_our_mail_reopens_the_ticket() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);

        InboundMail reply = desk.receives(reply("{customer}", desk.sentId(ticket, answer), "Still burning."));

        assertThat(reply.ticket()).contains(ticket);
        assertThat(reply.openedTicket()).isFalse();
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(last(ticket).authorRole()).isEqualTo(AuthorRole.REQUESTER);
        assertThat(last(ticket).said().text()).isEqualTo("Still burning.");
    }

    @Test
    void an_answer_to_the_signed_reply_address_finds_its_ticket_without_any_reference() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        String address = desk.replyAddress(ticket);

        InboundMail reply = desk.receives("""
                From: {customer}
                To: %s
                Subject: something else

                Still burning.
                """.formatted(address));

        assertThat(reply.ticket()).contains(ticket);
    }

    @Test
    void an_answer_to_a_mail_we_stored_joins_when_its_sender_was_written_to() {
        InboundMail first =
                desk.receives(QUESTION.replace("To: {support}", "To: {support}\nCc: bob@customer-{domain}"));

        InboundMail reply =
                desk.receives(reply("bob@customer-{domain}", "<first@" + desk.domain + ">", "I saw it too."));

        assertThat(reply.ticket()).isEqualTo(first.ticket());
        assertThat(desk.ticket(reply).origin().requester())
                .isNotEqualTo(last(reply.ticket().orElseThrow()).author().orElseThrow());
    }

    @Test
    void a_closing_thanks_does_not_reopen() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);

        desk.receives(reply("{customer}", desk.sentId(ticket, answer), "Thank you very much!"));

        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(desk.comments(ticket)).hasSize(3);
    }

    @Test
    void the_same_subject_from_a_stranger_never_joins() {
        InboundMail first = desk.receives(QUESTION);

        InboundMail other = desk.receives("""
                From: eve@other-{domain}
                To: {support}
                Subject: Re: Printer on fire

                Me too.
                """);

        assertThat(other.ticket()).isPresent().isNotEqualTo(first.ticket());
    }

    @Test
    void a_stranger_with_a_genuine_id_starts_a_ticket_of_their_own() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);

        InboundMail forged = desk.receives(reply("eve@other-{domain}", desk.sentId(ticket, answer), "Tell me all."));

        assertThat(forged.ticket()).isPresent().isNotEqualTo(Optional.of(ticket));
        assertThat(desk.comments(ticket)).hasSize(2);
    }

    @Test
    void a_guessed_id_of_ours_finds_nothing() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);
        String genuine = desk.sentId(ticket, answer);
        String forged = genuine.replaceFirst("[0-9a-v]{4}@", "0000@");

        InboundMail reply = desk.receives(reply("{customer}", forged, "Hello."));

        assertThat(reply.ticket()).isPresent().isNotEqualTo(Optional.of(ticket));
    }

    @Test
    void a_mail_with_an_agents_address_is_held_until_somebody_wants_it() {
        String mira = "mira@staff-" + desk.domain;
        desk.user(Role.AGENT, mira);
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);

        InboundMail forged = desk.receives(reply(mira, desk.sentId(ticket, answer), "We refund everything."));

        assertThat(forged.state()).isEqualTo(InboundState.SUSPENDED);
        assertThat(forged.reason()).contains("unproved_agent");
        assertThat(desk.comments(ticket)).hasSize(2);
        assertThat(desk.intake.retry(forged.id()).state()).isEqualTo(InboundState.FILED);
        assertThat(desk.comments(ticket)).hasSize(2);
    }

    @Test
    void an_out_of_office_notice_is_noted_and_moves_nothing() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);

        InboundMail notice = desk.receives(reply("{customer}", desk.sentId(ticket, answer), "I am away.")
                .replace("Subject:", "Auto-Submitted: auto-replied\nSubject:"));

        assertThat(notice.state()).isEqualTo(InboundState.RECORDED);
        assertThat(notice.classification()).contains(Classification.AUTOMATIC_REPLY);
        assertThat(notice.reason()).contains("auto_submitted");
        assertThat(notice.ticket()).contains(ticket);
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(last(ticket).mail().orElseThrow().automatic()).isEqualTo("auto_submitted");
    }

    @Test
    void a_machine_that_answers_nothing_of_ours_opens_nothing() {
        InboundMail notice = desk.receives(QUESTION.replace("Subject:", "Auto-Submitted: auto-generated\nSubject:"));

        assertThat(notice.state()).isEqualTo(InboundState.RECORDED);
        assertThat(notice.ticket()).isEmpty();
    }

    @Test
    void a_hard_bounce_of_an_answer_opens_the_ticket_with_the_failure() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);

        InboundMail bounce = desk.receives(bounce(desk.sentId(ticket, answer), "5.1.1", "550 5.1.1 User unknown"));

        assertThat(bounce.classification()).contains(Classification.BOUNCE);
        assertThat(bounce.state()).isEqualTo(InboundState.RECORDED);
        assertThat(bounce.bounceJson().orElseThrow()).contains("\"status\":\"5.1.1\"", "\"hard\":true");
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.ticket(ticket).hasDeliveryFailed()).isTrue();
        assertThat(last(ticket).visibility()).isEqualTo(Visibility.INTERNAL);
    }

    @Test
    void a_soft_bounce_is_noted_and_moves_nothing() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);

        desk.receives(bounce(desk.sentId(ticket, answer), "5.2.2", "552 5.2.2 Mailbox full"));

        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(desk.ticket(ticket).hasDeliveryFailed()).isFalse();
    }

    @Test
    void our_own_mail_coming_back_is_a_loop_and_opens_nothing() {
        TicketId ticket = desk.receives(QUESTION).ticket().orElseThrow();
        String mark = desk.loopMark(ticket);

        InboundMail back = desk.receives(
                QUESTION.replace("first@", "back@").replace("Subject:", "X-Bilet-Loop: " + mark + "\nSubject:"));
        InboundMail forged = desk.receives(QUESTION.replace("first@", "forged@")
                .replace("Subject:", "X-Bilet-Loop: " + mark.replaceFirst("....$", "0000") + "\nSubject:"));

        assertThat(back.classification()).contains(Classification.LOOP);
        assertThat(back.ticket()).isEmpty();
        assertThat(forged.classification()).contains(Classification.MESSAGE);
    }

    @Test
    void a_mail_without_a_usable_sender_is_suspended_with_its_reason() {
        InboundMail nobody = desk.receives(QUESTION.replace("Ada <{customer}>", "undisclosed"));

        assertThat(nobody.state()).isEqualTo(InboundState.SUSPENDED);
        assertThat(nobody.reason()).contains("no_sender");
    }

    @Test
    void a_mail_with_two_senders_is_suspended_with_its_reason() {
        InboundMail two = desk.receives("From: eve@other.example\n" + QUESTION);

        assertThat(two.state()).isEqualTo(InboundState.SUSPENDED);
        assertThat(two.reason()).contains("several_senders");
    }

    @Test
    void a_discarded_mail_cannot_be_tried_again() {
        InboundMail nobody = desk.receives(QUESTION.replace("Ada <{customer}>", "undisclosed"));

        desk.beans.get(InboundLedger.class).discard(nobody.id());

        assertThat(desk.beans.get(InboundLedger.class).get(nobody.id()).state()).isEqualTo(InboundState.DISCARDED);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.intake.retry(nobody.id()))
                .isInstanceOf(io.bilet.platform.error.Conflict.class);
    }

    @Test
    void what_was_accepted_and_left_behind_is_filed_by_the_sweep() {
        InboundMailId left = desk.accepts(QUESTION, Envelope.UNKNOWN).id();

        desk.intake.sweep(1_000);

        assertThat(desk.beans.get(InboundLedger.class).get(left).state()).isEqualTo(InboundState.FILED);
    }

    private static String reply(String from, String inReplyTo, String text) {
        return """
                From: %s
                To: {support}
                Subject: Re: Printer on fire
                In-Reply-To: %s

                %s

                On Mon, 2 Mar 2026 at 10:00, Support <{support}> wrote:
                > Have you tried water?
                """.formatted(from, inReplyTo, text);
    }

    private static String bounce(String original, String status, String diagnostic) {
        return """
                From: MAILER-DAEMON@mx.example
                To: {support}
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                Your mail could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; {customer}
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: Re: Printer on fire
                --b--
                """.formatted(status, diagnostic, original);
    }

    private Comment last(TicketId ticket) {
        List<Comment> all = desk.comments(ticket);
        return all.get(all.size() - 1);
    }
}
