package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.AuditEntry;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnoozeTimerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant BACK = MONDAY_NINE.plus(Duration.ofHours(25));
    private static final Instant PROMISED = MONDAY_NINE.plus(Duration.ofHours(27));
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();

    @Test
    void a_snoozed_ticket_comes_back_to_its_owner_at_its_time_and_counts_again() {
        UserId mira = company.agent(group, 1, Presence.ONLINE);
        TicketId ticket = snoozedBy(mira);
        assertThat(company.load(mira)).as("what is snoozed takes up no room").isZero();

        Node.at(BACK, SnoozeTimer.class).run();
        assertThat(desk.ticket(ticket).folder()).isEqualTo(Folder.SNOOZED);

        Node.at(BACK.plus(MOMENT), SnoozeTimer.class).run();
        assertThat(desk.ticket(ticket).folder()).isEqualTo(Folder.INBOX);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(company.load(mira)).isEqualTo(1);
    }

    @Test
    void it_comes_back_although_its_owner_is_full_by_then() {
        UserId mira = company.agent(group, 1, Presence.ONLINE);
        TicketId ticket = snoozedBy(mira);
        desk.given(desk.opened(TicketPriority.NORMAL), group, mira);

        Node.at(PROMISED, SnoozeTimer.class).run();

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(company.load(mira)).isEqualTo(2);
    }

    @Test
    void it_goes_on_to_a_colleague_if_its_owner_is_not_at_work() {
        UserId mira = company.agent(group, 1, Presence.OFFLINE);
        UserId noor = company.agent(group, 1, Presence.ONLINE);
        TicketId ticket = snoozedBy(mira);

        Node.at(PROMISED, SnoozeTimer.class).run();

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);
        assertThat(desk.ticket(ticket).ownership().previousAssignee()).contains(mira);
        assertThat(company.load(mira)).isZero();
        assertThat(company.load(noor)).isEqualTo(1);
    }

    @Test
    void the_requester_wakes_it_before_its_time_and_the_timer_finds_nothing_to_do() {
        TicketId ticket = snoozedBy(company.agent(group, 1, Presence.ONLINE));
        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        assertThat(desk.ticket(ticket).folder()).isEqualTo(Folder.INBOX);

        Node.at(BACK.plus(MOMENT), SnoozeTimer.class).run();

        assertThat(returns(ticket)).isEqualTo(1);
        assertThat(types(ticket)).doesNotContain("ticket.promise_broken");
    }

    @Test
    void an_answer_in_time_keeps_the_promise() {
        TicketId ticket = snoozedBy(company.agent(group, 1, Presence.ONLINE));
        Node.at(BACK.plus(MOMENT), SnoozeTimer.class).run();
        desk.turnTo(PROMISED);
        desk.answered(ticket, TicketStatus.PENDING);

        Node.at(PROMISED.plus(MOMENT), SnoozeTimer.class).run();

        assertThat(types(ticket)).containsOnlyOnce("ticket.promise_kept").doesNotContain("ticket.promise_broken");
    }

    @Test
    void after_a_night_without_any_node_two_of_them_bring_each_back_once_and_break_each_promise_once() {
        UserId mira = company.agent(group, 50, Presence.ONLINE);
        List<TicketId> tickets =
                IntStream.range(0, 50).mapToObj(i -> snoozedBy(mira)).toList();
        Instant morning = PROMISED.plus(Duration.ofHours(12));

        var one = CompletableFuture.runAsync(
                () -> Node.at(morning, SnoozeTimer.class).run());
        var other = CompletableFuture.runAsync(
                () -> Node.at(morning, SnoozeTimer.class).run());
        CompletableFuture.allOf(one, other).join();
        Node.at(morning, SnoozeTimer.class).run();

        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(returns(ticket)).isEqualTo(1);
            assertThat(types(ticket)).containsOnlyOnce("ticket.promise_broken");
        });
        assertThat(company.load(mira)).isEqualTo(50);
    }

    private TicketId snoozedBy(UserId agent) {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, group, agent);
        desk.snoozed(ticket, new Snooze(BACK, PROMISED, null));
        return ticket;
    }

    private long returns(TicketId ticket) {
        return desk.record(ticket).stream()
                .map(AuditEntry::data)
                .filter(data -> data.getString("field", "").equals("folder")
                        && data.getString("to").equals("inbox"))
                .count();
    }

    private List<String> types(TicketId ticket) {
        return desk.record(ticket).stream().map(AuditEntry::type).toList();
    }
}
