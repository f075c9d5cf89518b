package io.bilet.feed;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeFeedIT {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(MONDAY);
    private final FeedLedger ledger = desk.bean(FeedLedger.class);
    private final ChangeFeed feed = desk.bean(ChangeFeed.class);
    private final Company company = new Company(desk.node());

    @BeforeEach
    void nothing_waits() {
        numberAll(ledger);
    }

    @Test
    void what_happened_to_a_ticket_comes_once_and_in_its_order() {
        long start = latest();
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.answered(ticket, TicketStatus.PENDING);
        desk.asked(ticket);
        assertThat(read(admin(), start)).isEmpty();

        numberAll(ledger);

        List<Change> changes = of(ticket, read(admin(), start));
        assertThat(changes)
                .extracting(Change::type)
                .startsWith("ticket.created")
                .contains("ticket.comment_added");
        assertThat(changes)
                .extracting(change -> change.subject().sequence())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, changes.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(changes).hasSameSizeAs(desk.record(ticket));
    }

    @Test
    void a_transaction_that_began_earlier_and_ends_later_comes_later_and_is_not_missed() throws SQLException {
        TicketId slow = desk.opened(TicketPriority.NORMAL);
        numberAll(ledger);
        long start = latest();
        try (Connection early = TestDatabase.connect()) {
            early.setAutoCommit(false);
            insertEvent(early, slow, 900);
            TicketId quick = desk.opened(TicketPriority.NORMAL);
            numberAll(ledger);
            List<Change> before = read(admin(), start);
            long reached = before.get(before.size() - 1).position();

            early.commit();
            numberAll(ledger);

            assertThat(of(quick, before)).isNotEmpty();
            assertThat(of(slow, before)).isEmpty();
            assertThat(of(slow, read(admin(), reached)))
                    .extracting(change -> change.subject().sequence())
                    .containsExactly(900L);
        }
    }

    @Test
    void what_is_rolled_back_is_never_seen() throws SQLException {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        numberAll(ledger);
        long start = latest();
        try (Connection undone = TestDatabase.connect()) {
            undone.setAutoCommit(false);
            insertEvent(undone, ticket, 900);
            undone.rollback();
        }
        numberAll(ledger);

        assertThat(of(ticket, read(admin(), start))).isEmpty();
    }

    @Test
    void two_nodes_give_each_number_once() {
        long start = latest();
        List<TicketId> tickets = IntStream.range(0, 20)
                .mapToObj(i -> desk.opened(TicketPriority.NORMAL))
                .toList();

        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> new Beans().get(FeedLedger.class))
                .map(node -> CompletableFuture.runAsync(() -> numberAll(node, 7)))
                .toList();
        nodes.forEach(CompletableFuture::join);

        List<Change> changes = read(admin(), start);
        assertThat(changes).extracting(Change::position).doesNotHaveDuplicates().isSorted();
        for (TicketId ticket : tickets) {
            assertThat(of(ticket, changes))
                    .extracting(change -> change.subject().sequence())
                    .isSorted()
                    .hasSameSizeAs(desk.record(ticket));
        }
    }

    @Test
    void others_tickets_are_passed_over_and_one_that_is_taken_away_is_told_once_more() {
        GroupId hers = company.group();
        GroupId others = company.group();
        Caller mira = agent(Set.of(hers));
        long start = latest();
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.moved(ticket, hers);
        numberAll(ledger);
        long seen = latest();
        assertThat(of(ticket, read(mira, start))).extracting(Change::type).contains("ticket.created");

        desk.moved(ticket, others);
        desk.raised(ticket, TicketPriority.HIGH);
        numberAll(ledger);

        assertThat(of(ticket, read(mira, seen))).singleElement().satisfies(gone -> {
            assertThat(gone.type()).isEqualTo(Change.GONE);
            assertThat(gone.fields()).isEmpty();
        });
        assertThat(read(agent(Set.of()), start)).isEmpty();
    }

    @Test
    void a_page_costs_the_same_however_much_is_hidden() throws SQLException {
        long start = latest();
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        insertEvents(ticket, ChangeFeed.EXAMINED_MAX + 1);
        numberAll(ledger);
        Caller nobody = agent(Set.of());

        ChangeFeed.Page page = inNewTransaction(() -> feed.page(nobody, start, 10));

        assertThat(page.changes()).isEmpty();
        assertThat(page.more()).isTrue();
        assertThat(page.position()).isEqualTo(start + ChangeFeed.EXAMINED_MAX);
        assertThat(TestDatabase.statements(() -> feed.page(nobody, start, 10))).isEqualTo(3);
    }

    private static void insertEvents(TicketId ticket, int count) throws SQLException {
        try (Connection connection = TestDatabase.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insertEvent(connection, ticket, 1_000 + i);
            }
            connection.commit();
        }
    }

    private static void insertEvent(Connection connection, TicketId ticket, long seq) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO ticket_event"
                + " (ticket_id, seq, type, actor_type, cause, data, at) VALUES (?, ?, 'ticket.updated', 'system', 'test',"
                + " '{}', '2026-03-02 08:00:00')")) {
            insert.setString(1, ticket.value().toString());
            insert.setLong(2, seq);
            insert.executeUpdate();
        }
    }

    private long latest() {
        return inNewTransaction(feed::latest);
    }

    private static void numberAll(FeedLedger ledger) {
        numberAll(ledger, 1_000);
    }

    private static void numberAll(FeedLedger ledger, int batch) {
        int numbered;
        do {
            numbered = ledger.number(batch);
        } while (numbered > 0);
    }

    private List<Change> read(Caller caller, long after) {
        List<Change> all = new ArrayList<>();
        ChangeFeed.Page page = new ChangeFeed.Page(List.of(), after, true);
        while (page.more()) {
            long from = page.position();
            page = inNewTransaction(() -> feed.page(caller, from, 50));
            all.addAll(page.changes());
        }
        return all;
    }

    private static List<Change> of(TicketId ticket, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.subject().id().equals(ticket.toString()))
                .toList();
    }

    private static Caller admin() {
        return caller(Role.ADMIN, Set.of());
    }

    private static Caller agent(Set<GroupId> groups) {
        return caller(Role.AGENT, groups);
    }

    private static Caller caller(Role role, Set<GroupId> groups) {
        return new Caller(UserId.next(), role, RolePermissions.of(role), groups, Set.of(), null, "test", null);
    }
}
