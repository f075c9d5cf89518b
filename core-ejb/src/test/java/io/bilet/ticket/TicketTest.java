package io.bilet.ticket;

import static io.bilet.ticket.TicketStatus.CLOSED;
import static io.bilet.ticket.TicketStatus.NEW;
import static io.bilet.ticket.TicketStatus.OPEN;
import static io.bilet.ticket.TicketStatus.PENDING;
import static io.bilet.ticket.TicketStatus.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.StaleVersion;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.StatusChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final UserId ADA = UserId.next();
    private static final UserId MIRA = UserId.next();

    @Test
    void a_new_ticket_opens_when_an_agent_first_holds_it() {
        Ticket ticket = newTicket();

        ticket.assign(MIRA, MONDAY_NINE);

        assertThat(ticket.status()).isEqualTo(OPEN);
        assertThat(ticket.ownership().unassignedReason()).isEmpty();
        assertThat(ticket.happenings().take())
                .endsWith(new Assigned(null, MIRA.toString()), new StatusChanged(NEW, OPEN));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "SOLVED"})
    void a_message_from_the_requester_reopens_a_ticket_that_was_not_ours_to_move(TicketStatus resting) {
        Ticket ticket = ticketIn(resting);

        said(ticket, AuthorRole.REQUESTER, Visibility.PUBLIC, true);

        assertThat(ticket.status()).isEqualTo(OPEN);
        assertThat(ticket.happenings().take()).contains(new StatusChanged(resting, OPEN));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "SOLVED"})
    void thanks_and_robots_leave_a_resting_ticket_alone(TicketStatus resting) {
        Ticket ticket = ticketIn(resting);

        said(ticket, AuthorRole.REQUESTER, Visibility.PUBLIC, false);
        said(ticket, AuthorRole.SYSTEM, Visibility.PUBLIC, false);

        assertThat(ticket.status()).isEqualTo(resting);
    }

    @Test
    void an_internal_note_leaves_the_status_alone() {
        Ticket ticket = ticketIn(SOLVED);

        said(ticket, AuthorRole.AGENT, Visibility.INTERNAL, false);

        assertThat(ticket.status()).isEqualTo(SOLVED);
    }

    @Test
    void a_reply_brings_an_archived_ticket_back_into_the_inbox() {
        Ticket ticket = ticketIn(SOLVED);
        ticket.putInto(Folder.ARCHIVE, MONDAY_NINE);

        said(ticket, AuthorRole.REQUESTER, Visibility.PUBLIC, true);

        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(ticket.status()).isEqualTo(OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_leaves_closed(TicketStatus next) {
        Ticket ticket = ticketIn(CLOSED);

        assertThatThrownBy(() -> ticket.moveTo(next, MONDAY_NINE)).isInstanceOf(TicketClosed.class);
    }

    @Test
    void nothing_but_its_tags_changes_on_a_closed_ticket() {
        Ticket ticket = ticketIn(CLOSED);

        ticket.describe(ticket.description().withTags(new TreeSet<>(List.of("printer"))), MONDAY_NINE);

        assertThat(ticket.description().tags()).containsExactly("printer");
        assertThatThrownBy(() -> ticket.describe(ticket.description().withSubject("Other"), MONDAY_NINE))
                .isInstanceOf(TicketClosed.class);
        assertThatThrownBy(() -> ticket.assign(MIRA, MONDAY_NINE)).isInstanceOf(TicketClosed.class);
        assertThatThrownBy(() -> said(ticket, AuthorRole.REQUESTER, Visibility.PUBLIC, true))
                .isInstanceOf(TicketClosed.class);
    }

    @ParameterizedTest
    @EnumSource
    void no_status_leads_back_to_new(TicketStatus status) {
        assertThat(status.next()).doesNotContain(NEW, status);
    }

    @Test
    void a_move_that_is_not_listed_is_refused_in_words() {
        assertThatThrownBy(() -> ticketIn(PENDING).moveTo(CLOSED, MONDAY_NINE))
                .isInstanceOf(StatusMoveNotAllowed.class)
                .hasMessage("A ticket cannot move from pending to closed.");
    }

    @Test
    void a_bounced_answer_opens_the_ticket_again() {
        Ticket ticket = ticketIn(SOLVED);

        ticket.deliveryFailed(null, "550 no such user", MONDAY_NINE);

        assertThat(ticket.status()).isEqualTo(OPEN);
        assertThat(ticket.hasDeliveryFailed()).isTrue();
        assertThat(ticket.happenings().take()).noneMatch(event -> event instanceof TicketEvent.CommentAdded);
    }

    @Test
    void who_held_it_last_is_remembered() {
        Ticket ticket = ticketIn(OPEN);

        ticket.unassign(UnassignedReason.RELEASED, MONDAY_NINE);

        assertThat(ticket.ownership().assignee()).isEmpty();
        assertThat(ticket.ownership().previousAssignee()).contains(MIRA);
        assertThat(ticket.ownership().unassignedReason()).contains(UnassignedReason.RELEASED);
    }

    @Test
    void a_change_is_recorded_with_the_value_before_and_after_and_no_change_is_not() {
        Ticket ticket = ticketIn(OPEN);
        GroupId group = GroupId.next();

        ticket.describe(ticket.description().withPriority(TicketPriority.HIGH), MONDAY_NINE);
        ticket.describe(ticket.description().withPriority(TicketPriority.HIGH), MONDAY_NINE);
        ticket.moveToGroup(group, 2, MONDAY_NINE);

        assertThat(ticket.happenings().take())
                .containsExactly(
                        new FieldChanged("priority", "normal", "high"),
                        new FieldChanged("group_id", null, group.toString()),
                        new FieldChanged("tier", "1", "2"));
        assertThat(ticket.ownership().tier()).isEqualTo(2);
    }

    @Test
    void an_outdated_reading_is_refused() {
        assertThatThrownBy(() -> newTicket().requireVersion(Optional.of(7))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void entries_of_the_record_are_numbered_without_gaps() {
        Ticket ticket = newTicket();

        assertThat(ticket.happenings().reserve(3)).isEqualTo(1);
        assertThat(ticket.happenings().reserve(1)).isEqualTo(4);
    }

    private static Ticket newTicket() {
        return Ticket.open(
                new Opening(
                        TicketId.next(),
                        "Printer on fire",
                        ADA,
                        null,
                        BrandId.next(),
                        Channel.EMAIL,
                        AuthorRole.REQUESTER,
                        TicketPriority.NORMAL,
                        null,
                        null,
                        null,
                        null),
                MONDAY_NINE);
    }

    private static Ticket ticketIn(TicketStatus status) {
        Ticket ticket = newTicket();
        if (status != NEW) {
            ticket.assign(MIRA, MONDAY_NINE);
        }
        if (status == CLOSED) {
            ticket.moveTo(SOLVED, MONDAY_NINE);
        }
        ticket.moveTo(status, MONDAY_NINE);
        ticket.happenings().take();
        return ticket;
    }

    private static void said(Ticket ticket, AuthorRole role, Visibility visibility, boolean needsReply) {
        var author = new Comment.Author(ADA, role, Channel.EMAIL);
        var comment =
                new Comment(CommentId.next(), ticket.id(), author, visibility, CommentText.plain("Hello"), MONDAY_NINE);
        ticket.comment(comment, needsReply, MONDAY_NINE);
    }
}
