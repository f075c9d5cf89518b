package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditQueries;
import io.bilet.inbox.InboxQueries;
import io.bilet.inbox.InboxQueries.Shelf;
import io.bilet.inbox.InboxRow;
import io.bilet.people.EmailAddress;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.typed.TypedValues;
import io.bilet.testing.Beans;
import io.bilet.testing.Instances;
import io.bilet.ticket.Channel;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketFlowIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final Beans beans = new Beans()
            .with(Instance.class, new Instances<>(List.of()))
            .with(java.time.Clock.fixed(MONDAY_NINE, ZoneOffset.UTC));
    private final TicketFlow flow = beans.get(TicketFlow.class);
    private final MailFlow mail = beans.get(MailFlow.class);

    @Test
    void a_mail_from_a_stranger_becomes_a_ticket_with_a_number_and_a_record() {
        Filed filed = mail.open(printerOnFire("printer"));

        Ticket stored = stored(filed);
        assertThat(stored.number()).isPositive();
        assertThat(stored.description().subject()).isEqualTo("Printer on fire");
        assertThat(stored.description().tags()).containsExactly("printer");
        assertThat(stored.timeline().createdAt()).isEqualTo(MONDAY_NINE);
        assertThat(record(filed)).extracting(AuditEntry::type).startsWith("ticket.created");
        assertThat(record(filed)).extracting(AuditEntry::seq).startsWith(1L, 2L, 3L);
        assertThat(record(filed).get(0).act().actor().user())
                .isEqualTo(stored.origin().requester());
    }

    @Test
    void numbers_count_up() {
        long first = mail.open(printerOnFire()).ticket().number();
        long second = mail.open(printerOnFire()).ticket().number();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void an_agent_answers_and_submits_as_pending_in_one_step() {
        Caller mira = agent();
        Filed opened = mail.open(printerOnFire());

        flow.answer(admin(), answer(opened, Optional.empty(), Visibility.PUBLIC, TicketStatus.PENDING));

        assertThat(stored(opened).status()).isEqualTo(TicketStatus.PENDING);
        assertThat(comments(opened)).isEqualTo(2);
        assertThatThrownBy(() ->
                        flow.answer(mira, answer(opened, Optional.empty(), Visibility.PUBLIC, TicketStatus.PENDING)))
                .as("a ticket of no group of hers is hidden from an agent")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_answer_to_an_outdated_reading_is_refused_and_adds_nothing() {
        Filed opened = mail.open(printerOnFire());

        assertThatThrownBy(() ->
                        flow.answer(admin(), answer(opened, Optional.of(999), Visibility.PUBLIC, TicketStatus.PENDING)))
                .isInstanceOf(StaleVersion.class);

        assertThat(comments(opened)).isEqualTo(1);
        assertThat(stored(opened).status()).isNotEqualTo(TicketStatus.PENDING);
    }

    @Test
    void a_reply_after_closing_starts_a_follow_up() {
        Filed opened = mail.open(printerOnFire("printer"));
        flow.changeStatus(admin(), opened.ticket().id(), Optional.empty(), TicketStatus.SOLVED);
        close(opened);

        Filed followUp = mail.receive(new RequesterMessage(
                opened.ticket().id(),
                opened.ticket().origin().requester(),
                "Re: Printer on fire",
                NewComment.of("It burns again", Visibility.PUBLIC),
                true));

        assertThat(followUp.opened()).isTrue();
        assertThat(stored(followUp).origin().followUpOf())
                .contains(opened.ticket().id());
        assertThat(stored(followUp).description().tags()).contains("printer");
        assertThat(stored(opened).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void who_solves_what_nobody_owns_owns_it() {
        Filed opened = mail.open(printerOnFire());
        Caller admin = admin();

        flow.changeStatus(admin, opened.ticket().id(), Optional.empty(), TicketStatus.SOLVED);

        assertThat(stored(opened).ownership().assignee()).contains(admin.userId());
        assertThat(stored(opened).timeline().closesAt()).contains(Instant.parse("2026-03-06T09:00:00.123456Z"));
    }

    @Test
    void an_inbox_shows_who_asked_what_was_said_last_and_what_is_unread() {
        Filed opened = mail.open(printerOnFire());
        Caller admin = admin();
        flow.assign(
                admin,
                opened.ticket().id(),
                Optional.empty(),
                new Assignment(Optional.empty(), Optional.of(admin.userId())));

        var rows = inbox(admin, Optional.empty()).items();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.requester().name()).isEqualTo("Ada");
            assertThat(row.lastMessage()).isNotNull();
            assertThat(row.unread()).isTrue();
        });
    }

    @Test
    void an_inbox_goes_on_after_the_last_ticket_seen_even_among_equal_due_times() {
        Caller admin = admin();
        for (int i = 0; i < 3; i++) {
            TicketId ticket = mail.open(printerOnFire()).ticket().id();
            flow.assign(admin, ticket, Optional.empty(), new Assignment(Optional.empty(), Optional.of(admin.userId())));
        }

        var first = inbox(admin, Optional.empty());
        var second = inbox(admin, first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(first.items())
                .extracting(InboxRow::ticket)
                .doesNotContain(second.items().get(0).ticket());
    }

    private Slice<InboxRow> inbox(Caller caller, Optional<Position> after) {
        return inNewTransaction(() ->
                beans.get(InboxQueries.class).page(new Shelf(caller.userId(), Folder.INBOX, List.of()), after, 2));
    }

    private void close(Filed filed) {
        inNewTransaction(() -> {
            beans.get(TicketRepository.class).lock(filed.ticket().id()).moveTo(TicketStatus.CLOSED, MONDAY_NINE);
            return null;
        });
    }

    private Ticket stored(Filed filed) {
        return inNewTransaction(
                () -> beans.get(TicketRepository.class).get(filed.ticket().id()));
    }

    private int comments(Filed filed) {
        return inNewTransaction(
                        () -> beans.get(CommentQueries.class).of(filed.ticket().id(), Optional.empty(), true, 10))
                .size();
    }

    private List<AuditEntry> record(Filed filed) {
        return inNewTransaction(
                () -> beans.get(AuditQueries.class).of(filed.ticket().id(), 0, 100));
    }

    private static Answer answer(
            Filed filed, Optional<Integer> expectedVersion, Visibility visibility, TicketStatus status) {
        NewComment comment = NewComment.of("Please step away from the printer.", visibility);
        return new Answer(filed.ticket().id(), expectedVersion, comment, Optional.of(status));
    }

    private static OpenTicket printerOnFire(String... tags) {
        EmailAddress ada = EmailAddress.parse("ada@" + UUID.randomUUID() + ".example", "/email");
        SortedSet<String> sorted = new TreeSet<>(List.of(tags));
        var draft = new TicketDraft(
                "Printer on fire",
                Channel.EMAIL,
                TicketPriority.NORMAL,
                null,
                sorted,
                null,
                null,
                null,
                null,
                TypedValues.NONE);
        return new OpenTicket(
                new RequesterRef.ByAddress(ada, "Ada", null), draft, NewComment.of("Help!", Visibility.PUBLIC), null);
    }

    private Caller admin() {
        return caller(Role.ADMIN);
    }

    private Caller agent() {
        return caller(Role.AGENT);
    }

    private Caller caller(Role role) {
        UserId id = UserId.next();
        var profile = UserProfile.of("Mira", role);
        inNewTransaction(() -> {
            beans.get(UserRepository.class).add(new User(id, profile, MONDAY_NINE));
            return null;
        });
        return new Caller(id, role, RolePermissions.of(role), Set.of(), Set.of(), null, "test", null);
    }
}
