package io.bilet.sla;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import io.bilet.audit.AuditEntry;
import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.DecisionQueries;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Company;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlaClocksIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);

    @Test
    void an_open_ticket_has_a_due_time_although_nobody_wrote_a_policy() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);

        assertThat(desk.ticket(ticket).due().at()).contains(MONDAY_NINE.plus(Duration.ofDays(2)));
        assertThat(desk.ticket(ticket).due().metric()).contains("first_reply_time");
        assertThat(desk.ticket(ticket).due().latestStartAt())
                .contains(MONDAY_NINE.plus(Duration.ofDays(2)).minus(Duration.ofMinutes(15)));
        assertThat(desk.clocks(ticket))
                .extracting(SlaClock::metric)
                .containsExactly(SlaMetric.FIRST_REPLY_TIME, SlaMetric.TOTAL_RESOLUTION_TIME);
    }

    @Test
    void what_is_stored_is_what_the_ledger_says() {
        TicketId ticket = livelyTicket();

        List<ClockEventRow> ledger = desk.ledger(ticket);

        Map<ClockKey, ClockReading> stored =
                desk.clocks(ticket).stream().collect(toMap(SlaClock::key, SlaClock::reading));
        assertThat(LedgerReplay.of(ledger.stream().map(ClockEventRow::event).toList()))
                .isEqualTo(stored);
        assertThat(ledger)
                .extracting(ClockEventRow::seq)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ledger.size()).boxed().toList());
    }

    @Test
    void the_policy_a_ticket_comes_under_is_decided_once() {
        TicketId ticket = livelyTicket();

        List<Decision> decisions = TestDatabase.inNewTransaction(
                () -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 100));

        assertThat(decisions)
                .filteredOn(decision -> decision.kind() == DecisionKind.SLA)
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
                    assertThat(decision.subject().type()).isEqualTo("sla_policy");
                    assertThat(decision.evaluation()).isNotNull();
                    assertThat(decision.at()).isEqualTo(MONDAY_NINE);
                });
    }

    private TicketId livelyTicket() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.turnBy(Duration.ofHours(1));
        desk.answered(ticket, TicketStatus.PENDING);
        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        desk.turnBy(Duration.ofHours(1));
        desk.raised(ticket, TicketPriority.URGENT);
        desk.turnBy(Duration.ofHours(9));
        desk.answered(ticket, TicketStatus.SOLVED);
        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        return ticket;
    }

    @Test
    void a_breach_that_nobody_noticed_is_on_record_when_the_answer_comes() {
        TicketId ticket = desk.opened(TicketPriority.URGENT);
        desk.turnBy(Duration.ofHours(9));

        desk.answered(ticket, TicketStatus.PENDING);

        assertThat(desk.record(ticket)).extracting(AuditEntry::type).containsOnlyOnce("ticket.sla_breached");
        assertThat(desk.clocks(ticket).get(0).reading().breachedAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(8)));
        assertThat(desk.clocks(ticket).get(0).state()).isEqualTo(ClockState.FULFILLED);
    }

    @Test
    void a_ticket_that_waits_for_its_requester_says_so_instead_of_a_due_time() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);

        desk.answered(ticket, TicketStatus.PENDING);

        assertThat(desk.ticket(ticket).due().at()).isEmpty();
        assertThat(desk.ticket(ticket).due().noDueReason()).contains("waiting_for_requester");
    }

    @Test
    void clocks_of_a_new_ticket_cost_two_statements_and_read_nothing() {
        Ticket ticket = desk.notYetStored();
        var facts = new TicketFacts(ticket, () -> fail("nobody asked about the requester"), "", null, Instant.now());
        lookForChangedPolicies(facts);

        long statements = TestDatabase.statements(() ->
                desk.bean(SlaClocks.class).follow(ticket, ticket.happenings().pending(), facts, MONDAY_NINE));

        assertThat(statements).isEqualTo(2);
        assertThat(desk.ledger(ticket.id())).hasSize(2);
    }

    @Test
    void a_later_event_costs_three() {
        TicketId id = desk.opened(TicketPriority.NORMAL);
        Ticket ticket = desk.ticket(id);
        ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        var facts = new TicketFacts(ticket, () -> fail("nobody asked about the requester"), "", null, Instant.now());
        lookForChangedPolicies(facts);

        long statements = TestDatabase.statements(() ->
                desk.bean(SlaClocks.class).follow(ticket, ticket.happenings().pending(), facts, MONDAY_NINE));

        assertThat(statements).isEqualTo(3);
    }

    @Test
    void a_group_is_held_to_its_time_from_when_it_gets_the_ticket() {
        String subject = "Held " + UUID.randomUUID();
        promiseGroups(subject);
        var company = new Company(new Beans());
        GroupId toner = company.group();
        UserId mira = company.agent(toner, 9, Presence.ONLINE);
        TicketId ticket = desk.opened(subject, TicketPriority.NORMAL);
        desk.turnBy(Duration.ofMinutes(10));

        desk.given(ticket, toner, mira);

        Map<ClockKey, ClockReading> stored =
                desk.clocks(ticket).stream().collect(toMap(SlaClock::key, SlaClock::reading));
        assertThat(desk.clocks(ticket))
                .extracting(
                        clock -> clock.key().group(), clock -> clock.reading().dueAt())
                .contains(tuple(toner, MONDAY_NINE.plus(Duration.ofMinutes(70))));
        assertThat(LedgerReplay.of(
                        desk.ledger(ticket).stream().map(ClockEventRow::event).toList()))
                .isEqualTo(stored);
    }

    private void promiseGroups(String subject) {
        var terms = StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"},
                 "targets": [{"metric": "group_ownership_time", "priority": "normal", "target": "PT1H"}]}
                """.formatted(subject));
        desk.bean(SlaPolicyAdmin.class).create(new SlaPolicyAdmin.Draft(subject, 1, true, terms));
    }

    /** Twice: the first look, which compiles, may take longer than what it saw is good for. */
    private void lookForChangedPolicies(Facts facts) {
        for (int i = 0; i < 2; i++) {
            TestDatabase.inNewTransaction(() -> desk.bean(SlaPolicies.class).applyingTo(facts));
        }
    }
}
