package io.bilet.response;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.flow.Answer;
import io.bilet.flow.NewComment;
import io.bilet.flow.TicketFlow;
import io.bilet.intake.Desk;
import io.bilet.intake.InboundMail;
import io.bilet.mail.MailChannelAdmin;
import io.bilet.mail.MailChannelProfile;
import io.bilet.mail.MailSecurity;
import io.bilet.mail.MailServerProfile;
import io.bilet.mail.SupportAddressAdmin;
import io.bilet.mail.SupportAddressProfile;
import io.bilet.people.Role;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.telemetry.Cause;
import io.bilet.platform.work.WorkItem;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDispatcherIT {

    @TempDir
    Path files;

    private ScriptedSmtp smtp;
    private Desk desk;
    private MailDispatcher dispatcher;

    @BeforeEach
    void open() throws IOException {
        smtp = new ScriptedSmtp();
        desk = new Desk(files);
        desk.beans.with(SecretBox.class, new SecretBox(Optional.empty(), files.toString()));
        dispatcher = desk.beans.get(MailDispatcher.class);
        var server = new MailServerProfile(
                "127.0.0.1", smtp.port(), MailSecurity.NONE, null, null, false, MailServerProfile.INBOX);
        inNewTransaction(() -> {
            var channel = desk.beans
                    .get(MailChannelAdmin.class)
                    .create(new MailChannelProfile("Out " + UUID.randomUUID(), true, null, server));
            return desk.beans
                    .get(SupportAddressAdmin.class)
                    .update(desk.address.id(), Optional.empty(), before -> through(before, channel.id()));
        });
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
    }

    @Test
    void an_answer_reaches_the_requester_threaded_below_their_mail() throws Exception {
        TicketId ticket = question();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);

        dispatcher.work(item(answer));

        String mail = smtp.received().get(0);
        assertThat(mail)
                .contains("Subject: Re: Printer on fire")
                .contains("To: " + desk.customer)
                .contains("From: Support <" + desk.support + ">")
                .contains("In-Reply-To: <first@" + desk.domain + ">")
                .contains("References: <first@" + desk.domain + ">")
                .contains("Message-ID: " + desk.sentId(ticket, answer))
                .contains("Have you tried water?")
                .doesNotContain("Auto-Submitted")
                .doesNotContain(Long.toString(desk.ticket(ticket).number()) + "]");
    }

    @Test
    void the_answer_to_that_mail_finds_its_ticket() throws Exception {
        TicketId ticket = question();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);
        dispatcher.work(item(answer));
        String replyTo = header(smtp.received().get(0), "Reply-To").replaceAll(".*<|>.*", "");

        InboundMail reply = desk.receives("From: {customer}\nTo: " + replyTo + "\nSubject: hm\n\nStill burning.\n");

        assertThat(reply.ticket()).contains(ticket);
    }

    @Test
    void the_second_answer_names_the_whole_conversation() throws Exception {
        TicketId ticket = question();
        CommentId first = desk.answers(ticket, TicketStatus.PENDING);
        dispatcher.work(item(first));
        CommentId second = desk.answers(ticket, TicketStatus.PENDING);

        dispatcher.work(item(second));

        String references = header(smtp.received().get(1), "References");
        assertThat(references.split("\\s+")).containsExactly("<first@" + desk.domain + ">", desk.sentId(ticket, first));
    }

    @Test
    void an_internal_note_never_leaves() throws Exception {
        TicketId ticket = question();
        Caller mira = desk.user(Role.ADMIN, "mira@" + UUID.randomUUID() + ".example");
        var note = new Answer(
                ticket, Optional.empty(), NewComment.of("He is rude.", Visibility.INTERNAL), Optional.empty());
        CommentId id =
                desk.beans.get(TicketFlow.class).answer(mira, note).comment().id();

        dispatcher.work(item(id));

        assertThat(smtp.received()).isEmpty();
    }

    @Test
    void a_refusal_for_good_is_told_on_the_ticket_and_not_tried_again() throws Exception {
        TicketId ticket = question();
        CommentId answer = desk.answers(ticket, TicketStatus.SOLVED);
        smtp.toRecipient("550 5.1.1 no such user");

        dispatcher.work(item(answer));
        dispatcher.work(item(answer));

        assertThat(desk.ticket(ticket).hasDeliveryFailed()).isTrue();
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(smtp.received()).isEmpty();
    }

    @Test
    void a_refusal_for_now_is_tried_again_and_says_nothing_on_the_ticket() throws Exception {
        TicketId ticket = question();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);
        smtp.toRecipient("451 4.7.1 greylisted");
        assertThatThrownBy(() -> dispatcher.work(item(answer))).isInstanceOf(MailDelayed.class);

        smtp.toRecipient("250 fine");
        dispatcher.work(item(answer));

        assertThat(smtp.received()).hasSize(1);
        assertThat(desk.ticket(ticket).hasDeliveryFailed()).isFalse();
    }

    @Test
    void a_connection_cut_after_the_content_makes_copies_of_one_message_id() throws Exception {
        TicketId ticket = question();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);
        smtp.toContent("");
        assertThatThrownBy(() -> dispatcher.work(item(answer))).isInstanceOf(MailDelayed.class);

        smtp.toContent("250 taken");
        dispatcher.work(item(answer));
        dispatcher.work(item(answer));

        assertThat(smtp.received()).hasSize(2);
        assertThat(smtp.received())
                .extracting(mail -> header(mail, "Message-ID"))
                .containsOnly(desk.sentId(ticket, answer));
    }

    @Test
    void what_is_delayed_is_tried_for_at_least_five_days() {
        Duration all = IntStream.range(1, dispatcher.attemptsMax())
                .mapToObj(dispatcher::pause)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(5), Duration.ofDays(6));
        assertThat(dispatcher.pause(1)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_line_end_in_a_name_or_subject_makes_no_header() throws Exception {
        TicketId ticket = desk.receives("""
                From: {customer}
                To: {support}
                Subject: =?utf-8?Q?Hello=0D=0ABcc:_eve=40example.org?=
                Message-ID: <first@{domain}>

                Hello.
                """).ticket().orElseThrow();
        CommentId answer = desk.answers(ticket, TicketStatus.PENDING);

        dispatcher.work(item(answer));

        assertThat(headerNames(smtp.received().get(0))).doesNotContain("Bcc");
        assertThat(header(smtp.received().get(0), "Subject")).isEqualTo("Re: Hello  Bcc: eve@example.org");
    }

    private TicketId question() {
        return desk.receives("""
                From: Ada <{customer}>
                To: {support}
                Subject: Printer on fire
                Message-ID: <first@{domain}>

                Smoke comes out of it.
                """).ticket().orElseThrow();
    }

    private static SupportAddressProfile through(SupportAddressProfile before, io.bilet.mail.MailChannelId channel) {
        return new SupportAddressProfile(
                before.address(), before.name(), before.brand(), channel, null, before.isDefault(), true, true);
    }

    private static WorkItem item(CommentId comment) {
        String payload = Json.createObjectBuilder()
                .add("data", Json.createObjectBuilder().add("comment_id", comment.toString()))
                .build()
                .toString();
        return new WorkItem(1, "mail-out", "1", null, payload, Cause.NONE, 1, 1);
    }

    private static String header(String mail, String name) {
        String unfolded = mail.substring(0, mail.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
        return List.of(unfolded.split("\r\n")).stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static List<String> headerNames(String mail) {
        return List.of(mail.substring(0, mail.indexOf("\r\n\r\n")).split("\r\n")).stream()
                .map(line -> line.replaceFirst(":.*", ""))
                .toList();
    }
}
