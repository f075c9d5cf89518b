package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.StaleVersion;
import io.bilet.routing.Company;
import io.bilet.sla.ClockEventRow;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Handover;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandoverFlowIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final String REASON = "It is the power supply, not the toner.";

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group();
    private final GroupId power = company.group();
    private final UserId mira = company.agent(toner, 5, Presence.ONLINE);
    private final UserId noor = company.agent(power, 1, Presence.AWAY);

    @Test
    void owner_and_clocks_move_together_and_who_was_responsible_is_kept() {
        TicketId ticket = heldByMira();
        Instant due = desk.ticket(ticket).due().at().orElseThrow();
        List<ClockEventRow> ledger = desk.ledger(ticket);
        desk.turnBy(Duration.ofHours(1));

        handOver(mira, ticket, toAgent(power, noor));

        Ticket after = desk.ticket(ticket);
        assertThat(after.ownership().assignee()).contains(noor);
        assertThat(after.ownership().group()).contains(power);
        assertThat(after.due().at()).as("the customer's clock runs on").contains(due);
        assertThat(desk.ledger(ticket)).hasSameSizeAs(ledger);
        assertThat(company.load(mira)).isZero();
        assertThat(company.load(noor)).isEqualTo(1);
        assertThat(handovers(ticket)).singleElement().satisfies(handover -> {
            assertThat(handover.fromAgent()).isEqualTo(mira);
            assertThat(handover.fromGroup()).contains(toner);
            assertThat(handover.toAgent()).contains(noor);
            assertThat(handover.toGroup()).contains(power);
            assertThat(handover.reason()).isEqualTo(REASON);
            assertThat(handover.dueAt()).contains(due);
            assertThat(handover.createdAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(1)));
        });
        assertThat(desk.record(ticket).stream().map(AuditEntry::type))
                .containsSubsequence("ticket.handed_over", "ticket.assigned");
    }

    @Test
    void a_group_finds_another_member_than_the_one_who_gave_it_away() {
        UserId ioana = company.agent(toner, 1, Presence.ONLINE);
        TicketId ticket = heldByMira();

        handOver(mira, ticket, new Handover.To(Optional.of(toner), Optional.empty(), REASON));

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(ioana);
        assertThat(company.load(mira)).isZero();
    }

    @Test
    void a_snoozed_ticket_reaches_its_new_owner_awake_and_the_promise_with_it() {
        TicketId ticket = heldByMira();
        Instant promised = MONDAY_NINE.plus(Duration.ofHours(3));
        desk.snoozed(ticket, new Snooze(MONDAY_NINE.plus(Duration.ofHours(2)), promised, null));

        handOver(mira, ticket, toAgent(power, noor));

        assertThat(desk.ticket(ticket).folder()).isEqualTo(Folder.INBOX);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);
        assertThat(desk.ticket(ticket).snoozing().promisedAt()).contains(promised);
    }

    @Test
    void what_is_somebody_elses_takes_a_supervisor() {
        TicketId ticket = heldByMira();
        UserId ioana = company.agent(toner, 1, Presence.ONLINE);

        assertThatThrownBy(() -> handOver(ioana, ticket, toAgent(toner, ioana)))
                .as("or agents would pick what they like")
                .isInstanceOf(Forbidden.class);
        handOver(caller(ioana, Role.SUPERVISOR), ticket, toAgent(toner, ioana));

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(ioana);
        assertThat(handovers(ticket))
                .extracting(Handover::by, Handover::fromAgent)
                .hasSize(1);
    }

    @Test
    void nobody_gets_a_ticket_who_would_not_see_it() {
        TicketId ticket = heldByMira();
        UserId matei = company.agent(power, 1, Presence.OFFLINE);

        assertThatThrownBy(() -> handOver(mira, ticket, toAgent(power, matei)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("offline");
        assertThatThrownBy(() -> handOver(mira, ticket, toAgent(power, UserId.next())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> handOver(mira, ticket, toAgent(toner, mira))).isInstanceOf(InvalidInput.class);

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(handovers(ticket)).isEmpty();
    }

    @Test
    void what_is_solved_or_was_given_away_meanwhile_stays_where_it_is() {
        TicketId ticket = heldByMira();
        int seen = desk.ticket(ticket).version();
        desk.answered(ticket, TicketStatus.SOLVED);

        assertThatThrownBy(() -> desk.bean(HandoverFlow.class)
                        .handOver(caller(mira, Role.AGENT), ticket, Optional.of(seen), toAgent(power, noor)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> handOver(mira, ticket, toAgent(power, noor))).isInstanceOf(Conflict.class);
    }

    private TicketId heldByMira() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, toner, mira);
        return ticket;
    }

    private static Handover.To toAgent(GroupId group, UserId agent) {
        return new Handover.To(Optional.of(group), Optional.of(agent), REASON);
    }

    private void handOver(UserId agent, TicketId ticket, Handover.To to) {
        handOver(caller(agent, Role.AGENT), ticket, to);
    }

    private void handOver(Caller caller, TicketId ticket, Handover.To to) {
        desk.bean(HandoverFlow.class).handOver(caller, ticket, Optional.empty(), to);
    }

    private List<Handover> handovers(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(HandoverRepository.class)
                .of(ticket, Optional.empty(), 10)
                .items());
    }

    private Caller caller(UserId agent, Role role) {
        return new Caller(agent, role, RolePermissions.of(role), Set.of(toner), Set.of(), null, "test", null);
    }
}
