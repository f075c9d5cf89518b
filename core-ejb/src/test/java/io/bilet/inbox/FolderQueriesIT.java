package io.bilet.inbox;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.flow.DutyFlow;
import io.bilet.flow.HandoverFlow;
import io.bilet.flow.TicketFlow;
import io.bilet.inbox.InboxQueries.Shelf;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Handover;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an agent sees of their folders. */
class FolderQueriesIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();
    private final UserId mira = company.agent(group, 50, Presence.ONLINE);
    private final UserId noor = company.agent(group, 50, Presence.ONLINE);

    @Test
    void what_is_snoozed_is_in_its_folder_by_its_promise_and_what_came_back_is_counted() {
        TicketId later = snoozed(1, 9);
        TicketId sooner = snoozed(4, 5);
        assertThat(count(mira, Folder.SNOOZED)).isEqualTo(new FolderCount(Folder.SNOOZED, 2, 2, 0, 0, true));
        assertThat(inFolder(mira, Folder.SNOOZED)).containsExactly(sooner, later);

        desk.bean(DutyFlow.class).keepSnooze(later, MONDAY_NINE.plus(Duration.ofHours(2)));

        assertThat(count(mira, Folder.SNOOZED).tickets()).isEqualTo(1);
        assertThat(count(mira, Folder.INBOX)).isEqualTo(new FolderCount(Folder.INBOX, 1, 1, 1, 0, true));
        assertThat(desk.ticket(later).snoozing().returnCount()).isEqualTo(1);
        assertThat(desk.ticket(sooner).snoozing().returnCount()).isZero();
    }

    @Test
    void who_is_given_a_ticket_sees_that_it_awaits_their_receipt() {
        TicketId ticket = held();
        var to = new Handover.To(Optional.empty(), Optional.of(noor), "I am off.");
        desk.bean(HandoverFlow.class).handOver(agent(mira), ticket, Optional.empty(), to);

        assertThat(count(noor, Folder.INBOX).awaitingReceipt()).isEqualTo(1);
        assertThat(rows(noor, Folder.INBOX, List.of())).singleElement().satisfies(row -> {
            assertThat(row.handedOver()).isNotNull();
            assertThat(row.handedOver().from()).isEqualTo(mira);
            assertThat(row.handedOver().reason()).isEqualTo("I am off.");
            assertThat(row.handedOver().answerBy()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(4)));
        });
        assertThat(count(mira, Folder.INBOX).tickets()).isZero();
    }

    @Test
    void what_was_read_is_not_unread_and_what_is_closed_lies_in_no_folder() {
        TicketId ticket = held();
        inNewTransaction(() -> {
            desk.bean(ReadMarkRepository.class).read(mira, ticket, MONDAY_NINE.plusSeconds(1));
            return true;
        });
        assertThat(count(mira, Folder.INBOX)).isEqualTo(new FolderCount(Folder.INBOX, 1, 0, 0, 0, true));

        desk.bean(TicketFlow.class).archive(agent(mira), ticket, Optional.empty());
        assertThat(count(mira, Folder.ARCHIVE).tickets()).isEqualTo(1);

        desk.turnBy(Duration.ofDays(29));
        desk.bean(DutyFlow.class).close(ticket);
        assertThat(count(mira, Folder.ARCHIVE).tickets()).isZero();
        assertThat(inFolder(mira, Folder.ARCHIVE)).isEmpty();
    }

    @Test
    void a_status_narrows_what_is_shown() {
        held();
        assertThat(rows(mira, Folder.INBOX, List.of(TicketStatus.OPEN, TicketStatus.PENDING)))
                .hasSize(1);
        assertThat(rows(mira, Folder.INBOX, List.of(TicketStatus.PENDING))).isEmpty();
    }

    private TicketId snoozed(int backInHours, int promisedInHours) {
        TicketId ticket = held();
        Instant back = MONDAY_NINE.plus(Duration.ofHours(backInHours));
        desk.snoozed(ticket, new Snooze(back, MONDAY_NINE.plus(Duration.ofHours(promisedInHours)), null));
        return ticket;
    }

    private TicketId held() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, group, mira);
        return ticket;
    }

    private FolderCount count(UserId agent, Folder folder) {
        return inNewTransaction(() -> desk.bean(FolderQueries.class).of(agent)).stream()
                .filter(count -> count.folder() == folder)
                .findFirst()
                .orElseThrow();
    }

    private List<TicketId> inFolder(UserId agent, Folder folder) {
        return rows(agent, folder, List.of()).stream()
                .map(row -> row.ticket().id())
                .toList();
    }

    private List<InboxRow> rows(UserId agent, Folder folder, List<TicketStatus> statuses) {
        return inNewTransaction(() -> desk.bean(InboxQueries.class)
                .page(new Shelf(agent, folder, statuses), Optional.empty(), 10)
                .items());
    }

    private Caller agent(UserId id) {
        return new Caller(id, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(group), Set.of(), null, "test", null);
    }
}
