package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.flow.HandoverFlow.Reply;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.AwaitedReceipt;
import io.bilet.ticket.Handover;
import io.bilet.ticket.HandoverId;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.Receipt;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandoverReceiptIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant ANSWER_BY = MONDAY_NINE.plus(Duration.ofHours(4));
    private static final Reply NO = new Reply("It is the toner after all.");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group();
    private final GroupId power = company.group();
    private final UserId mira = company.agent(toner, 5, Presence.ONLINE);
    private final UserId noor = company.agent(power, 5, Presence.AWAY);

    @Test
    void whoever_gets_a_ticket_accepts_it_once() {
        TicketId ticket = handedTo(Optional.of(noor));
        HandoverId handover = awaited(ticket).orElseThrow().handover();
        assertThat(awaited(ticket).orElseThrow().answerBy()).isEqualTo(ANSWER_BY);

        answer(noor, ticket, handover, Reply.ACCEPTED);

        assertThat(handover(ticket).receipt()).isEqualTo(Receipt.ACCEPTED);
        assertThat(handover(ticket).answeredBy()).contains(noor);
        assertThat(awaited(ticket)).isEmpty();
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);
        assertThatThrownBy(() -> answer(noor, ticket, handover, NO))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("accepted already");
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);
    }

    @Test
    void a_declined_ticket_goes_back_to_its_former_owner_and_group_with_the_reason_and_no_clock_stops() {
        TicketId ticket = handedTo(Optional.of(noor));
        Instant due = desk.ticket(ticket).due().at().orElseThrow();
        int steps = desk.ledger(ticket).size();

        answer(noor, ticket, awaited(ticket).orElseThrow().handover(), NO);

        Ticket back = desk.ticket(ticket);
        assertThat(back.ownership().assignee()).contains(mira);
        assertThat(back.ownership().group()).contains(toner);
        assertThat(back.due().at()).contains(due);
        assertThat(desk.ledger(ticket)).hasSize(steps);
        assertThat(handover(ticket).answerReason()).contains(NO.reason());
        assertThat(company.load(noor)).isZero();
        assertThat(company.load(mira)).isEqualTo(1);
        assertThat(types(ticket)).containsSubsequence("ticket.handed_over", "ticket.handover_declined");
        assertThatThrownBy(() -> answer(supervisor(), ticket, handover(ticket).id(), Reply.ACCEPTED))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("declined already");
    }

    @Test
    void what_is_declined_goes_on_to_a_colleague_of_a_former_owner_who_is_gone() {
        UserId ioana = company.agent(toner, 5, Presence.ONLINE);
        TicketId ticket = handedTo(Optional.of(noor));
        company.turn(mira, Presence.OFFLINE);

        answer(noor, ticket, awaited(ticket).orElseThrow().handover(), NO);

        assertThat(desk.ticket(ticket).ownership().group()).contains(toner);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(ioana);
    }

    @Test
    void what_nobody_takes_in_time_goes_back_and_a_late_answer_is_refused() {
        TicketId ticket = handedTo(Optional.of(noor));
        HandoverId handover = awaited(ticket).orElseThrow().handover();
        desk.bean(DutyFlow.class).keepHandover(ticket, ANSWER_BY.minusMillis(1));
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);

        desk.turnTo(ANSWER_BY.plusMillis(1));
        assertThatThrownBy(() -> answer(noor, ticket, handover, Reply.ACCEPTED))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has passed");
        desk.bean(DutyFlow.class).keepHandover(ticket, ANSWER_BY);
        desk.bean(DutyFlow.class).keepHandover(ticket, ANSWER_BY);

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(handover(ticket).receipt()).isEqualTo(Receipt.EXPIRED);
        assertThat(types(ticket)).containsOnlyOnce("ticket.handover_expired");
    }

    @Test
    void working_on_it_is_a_receipt_and_a_note_is_not() {
        TicketId ticket = handedTo(Optional.of(noor));

        says(noor, ticket, Visibility.INTERNAL);
        assertThat(awaited(ticket)).isPresent();

        says(noor, ticket, Visibility.PUBLIC);
        assertThat(awaited(ticket)).isEmpty();
        assertThat(handover(ticket).receipt()).isEqualTo(Receipt.ACCEPTED);
    }

    @Test
    void handing_it_on_is_a_receipt_and_a_second_no_leads_back_one_step_only() {
        TicketId ticket = handedTo(Optional.of(noor));
        UserId ioana = company.agent(power, 5, Presence.ONLINE);

        handOver(noor, ticket, Optional.empty(), Optional.of(ioana));
        assertThat(handovers(ticket)).extracting(Handover::receipt).containsExactly(Receipt.ACCEPTED, Receipt.AWAITED);

        answer(ioana, ticket, awaited(ticket).orElseThrow().handover(), NO);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);
    }

    @Test
    void an_order_overtakes_what_is_awaited() {
        TicketId ticket = handedTo(Optional.of(noor));
        HandoverId handover = awaited(ticket).orElseThrow().handover();
        desk.given(ticket, toner, mira);

        assertThat(awaited(ticket)).isEmpty();
        assertThatThrownBy(() -> answer(supervisor(), ticket, handover, NO))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Somebody else");
    }

    @Test
    void in_a_group_whoever_routing_finds_answers_and_nobody_else() {
        UserId ioana = company.agent(power, 5, Presence.ONLINE);
        TicketId ticket = handedTo(Optional.empty());
        HandoverId handover = awaited(ticket).orElseThrow().handover();
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(ioana);

        assertThatThrownBy(() -> answer(noor, ticket, handover, Reply.ACCEPTED)).isInstanceOf(Forbidden.class);
        answer(ioana, ticket, handover, NO);

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
    }

    @Test
    void what_is_solved_by_somebody_else_needs_no_receipt() {
        TicketId ticket = handedTo(Optional.of(noor));
        desk.answered(ticket, TicketStatus.SOLVED);

        assertThat(handover(ticket).receipt()).isEqualTo(Receipt.OVERTAKEN);
        assertThat(awaited(ticket)).isEmpty();
    }

    private TicketId handedTo(Optional<UserId> agent) {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, toner, mira);
        handOver(mira, ticket, Optional.of(power), agent);
        return ticket;
    }

    private void handOver(UserId who, TicketId ticket, Optional<GroupId> group, Optional<UserId> agent) {
        var to = new Handover.To(group, agent, "It is the power supply.");
        desk.bean(HandoverFlow.class).handOver(caller(who, Role.AGENT), ticket, Optional.empty(), to);
    }

    private void answer(UserId who, TicketId ticket, HandoverId handover, Reply reply) {
        answer(caller(who, Role.AGENT), ticket, handover, reply);
    }

    private void answer(Caller caller, TicketId ticket, HandoverId handover, Reply reply) {
        desk.bean(HandoverFlow.class).answer(caller, ticket, handover, Optional.empty(), reply);
    }

    private void says(UserId who, TicketId ticket, Visibility visibility) {
        var answer =
                new Answer(ticket, Optional.empty(), NewComment.of("Please step away.", visibility), Optional.empty());
        desk.bean(TicketFlow.class).answer(caller(who, Role.AGENT), answer);
    }

    private Optional<AwaitedReceipt> awaited(TicketId ticket) {
        return desk.ticket(ticket).ownership().awaitedReceipt();
    }

    private Handover handover(TicketId ticket) {
        return handovers(ticket).get(0);
    }

    private List<Handover> handovers(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(HandoverRepository.class)
                .of(ticket, Optional.empty(), 10)
                .items());
    }

    private List<String> types(TicketId ticket) {
        return desk.record(ticket).stream().map(AuditEntry::type).toList();
    }

    private Caller supervisor() {
        return caller(UserId.next(), Role.SUPERVISOR);
    }

    private Caller caller(UserId agent, Role role) {
        return new Caller(agent, role, RolePermissions.of(role), Set.of(toner, power), Set.of(), null, "test", null);
    }
}
