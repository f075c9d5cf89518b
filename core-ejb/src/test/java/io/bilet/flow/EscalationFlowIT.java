package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.escalation.Demand;
import io.bilet.escalation.Destination.ChosenBy;
import io.bilet.escalation.Episode;
import io.bilet.escalation.EpisodeOutcome;
import io.bilet.escalation.EpisodeRepository;
import io.bilet.escalation.Escalation;
import io.bilet.escalation.KindOfTicket;
import io.bilet.escalation.KindOfTicket.Way;
import io.bilet.escalation.TierReport;
import io.bilet.escalation.Tiers;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationFlowIT {

    private static final String REASON = "The firmware must be looked at.";
    private static final String TRIED = "Another cable.";

    /** Some day that no other test knows, so that a report is about the tickets of this one. */
    private final Instant day =
            Instant.parse("2040-03-05T09:00:00Z").plus(Duration.ofDays(new Random().nextInt(30_000)));

    private final SlaDesk desk = new SlaDesk(day);
    private final Company company = new Company(new Beans());
    private final GroupId first = company.group(1);
    private final GroupId second = company.group(3);
    private final UserId mira = company.agent(first, 50, Presence.ONLINE);
    private final UserId noor = company.agent(second, 50, Presence.ONLINE);

    @Test
    void up_it_finds_another_owner_and_group_while_every_clock_runs_on() {
        TicketId ticket = held();
        Instant due = desk.ticket(ticket).due().at().orElseThrow();
        int steps = desk.ledger(ticket).size();
        desk.turnBy(Duration.ofHours(1));

        up(ticket);

        Ticket after = desk.ticket(ticket);
        assertThat(after.ownership().assignee()).contains(noor);
        assertThat(after.ownership().group()).contains(second);
        assertThat(after.ownership().tier()).isEqualTo(3);
        assertThat(after.due().at()).contains(due);
        assertThat(after.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.ledger(ticket)).as("no clock stopped").hasSize(steps);
        assertThat(episodes(ticket))
                .singleElement()
                .isEqualTo(new Episode(first, 1, day, day.plus(Duration.ofHours(1)), EpisodeOutcome.ESCALATED, REASON));
        assertThat(types(ticket)).containsSubsequence("ticket.escalated", "ticket.assigned");
    }

    @Test
    void down_it_goes_back_to_whoever_had_it_with_what_came_of_it() {
        TicketId ticket = held();
        up(ticket);
        desk.turnBy(Duration.ofHours(2));

        Escalation down = escalate(noor, ticket, down(1, EpisodeOutcome.ANSWERED));

        assertThat(down.chosenBy()).isEqualTo(ChosenBy.CAME_FROM);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(desk.ticket(ticket).ownership().tier()).isEqualTo(1);
        assertThat(episodes(ticket))
                .last()
                .extracting(Episode::tier, Episode::outcome)
                .containsExactly(3, EpisodeOutcome.ANSWERED);
    }

    @Test
    void the_wing_of_the_requesters_organization_comes_first_and_is_nobody_elses() {
        OrganizationId acme = OrganizationId.next();
        GroupId wing = company.group(4);
        company.agent(wing, 5, Presence.OFFLINE);
        Company.sql(
                "UPDATE agent_group SET organization_ids = ? WHERE id = ?",
                OrganizationId.next().value() + "," + acme.value(),
                wing.value());
        TicketId theirs = held();
        Company.sql("UPDATE ticket SET organization_id = ? WHERE id = ?", acme.value(), theirs.value());
        TicketId other = held();

        Escalation escalation = escalate(mira, theirs, up(4));

        assertThat(escalation.toGroup()).isEqualTo(wing);
        assertThat(escalation.chosenBy()).isEqualTo(ChosenBy.WING);
        assertThatThrownBy(
                        () -> assertThat(escalate(mira, other, up(4)).toGroup()).isNotEqualTo(wing))
                .as("the only group of tier 4, unless another test has one, is not for them")
                .isInstanceOfAny(InvalidInput.class, AssertionError.class);
    }

    @Test
    void a_vendor_without_agents_here_gets_the_ticket_and_its_owner_stays() {
        GroupId vendor = company.group(4);
        Company.sql("UPDATE agent_group SET vendor = 'Printmakers' WHERE id = ?", vendor.value());
        TicketId ticket = held();

        escalate(mira, ticket, new Demand(Optional.empty(), Optional.of(vendor), REASON, TRIED, null));

        assertThat(desk.ticket(ticket).ownership().group()).contains(vendor);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(desk.ticket(ticket).due().at()).isPresent();
    }

    @Test
    void what_says_too_little_or_leads_nowhere_is_refused_in_words_and_changes_nothing() {
        TicketId ticket = held();

        refused(ticket, up(1), "hand it over");
        refused(ticket, demand(3, null, null), "what was tried");
        GroupId portal = company.group(0);
        refused(ticket, new Demand(Optional.empty(), Optional.of(portal), REASON, null, null), "what came of it");
        refused(ticket, demand(3, TRIED, EpisodeOutcome.ANSWERED), "Only what goes down");
        refused(ticket, new Demand(Optional.of(2), Optional.of(second), REASON, TRIED, null), "not of that tier");
        assertThatThrownBy(() -> escalate(noor, ticket, up(3))).isInstanceOf(Forbidden.class);
        desk.answered(ticket, TicketStatus.SOLVED);
        assertThatThrownBy(() -> escalate(mira, ticket, up(3))).isInstanceOf(Conflict.class);

        assertThat(desk.ticket(ticket).ownership().group()).contains(first);
        assertThat(episodes(ticket)).isEmpty();
    }

    @Test
    void where_a_ticket_is_solved_is_known_until_it_is_reopened() {
        TicketId ticket = held();
        up(ticket);
        desk.answered(ticket, TicketStatus.SOLVED);
        assertThat(desk.ticket(ticket).ownership().resolvedTier()).contains(3);

        desk.asked(ticket);
        assertThat(desk.ticket(ticket).ownership().resolvedTier()).isEmpty();
    }

    @Test
    void the_report_is_about_the_tickets_opened_in_the_period_and_says_where_they_went() {
        for (int i = 0; i < 6; i++) {
            desk.answered(held(), TicketStatus.SOLVED);
        }
        TicketId solvedAbove = upped();
        desk.answered(solvedAbove, TicketStatus.SOLVED);
        escalate(noor, upped(), down(1, EpisodeOutcome.MISSING_INFORMATION));
        TicketId bouncedAndSolved = upped();
        escalate(noor, bouncedAndSolved, down(1, EpisodeOutcome.NOT_OURS));
        desk.answered(bouncedAndSolved, TicketStatus.SOLVED);
        TicketId reopened = held();
        desk.answered(reopened, TicketStatus.SOLVED);
        desk.asked(reopened);
        desk.turnTo(day.plus(Duration.ofDays(1)));
        desk.answered(held(), TicketStatus.SOLVED);

        TierReport report = inNewTransaction(() -> desk.bean(Tiers.class).report(day, day.plus(Duration.ofDays(1))));

        assertThat(report.received()).isEqualTo(10);
        TierReport.Tier one = report.tiers().get(0);
        assertThat(one.resolved()).isEqualTo(7);
        assertThat(one.resolvedShare()).isEqualTo(0.7);
        assertThat(desk.bean(Tiers.class).target(1).orElseThrow().isMetBy(one)).isFalse();
        TierReport.Tier three = report.tiers().get(2);
        assertThat(three.reached()).isEqualTo(3);
        assertThat(three.resolved()).isEqualTo(1);
        assertThat(three.flow()).isEqualTo(new TierReport.Flow(3, 0, 2, 1));
        assertThat(three.flow().missingInformationShare()).isEqualTo(1 / 3.0);
        assertThat(report.groups())
                .filteredOn(group -> group.stays().group().equals(second))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.stays().received()).isEqualTo(3);
                    assertThat(group.stays().resolved()).isEqualTo(1);
                    assertThat(group.flow().bounced()).isEqualTo(2);
                });
    }

    @Test
    void tier_and_swarm_are_compared_on_the_same_kind_of_ticket() {
        for (int hours = 1; hours <= 3; hours++) {
            solvedAfter(upped(), hours);
            solvedAfter(swarmed(), 2 * hours);
        }
        upped();
        solvedAfter(held(), 5);

        TierReport report = inNewTransaction(() -> desk.bean(Tiers.class).report(day, day.plus(Duration.ofDays(1))));

        assertThat(report.kinds())
                .containsExactlyInAnyOrder(kind(Way.TIER, 4, 3, 2), kind(Way.SWARM, 3, 3, 4), kind(Way.ALONE, 1, 1, 5));
    }

    private static KindOfTicket kind(Way way, long tickets, long resolved, int medianHours) {
        return new KindOfTicket(null, TicketPriority.NORMAL, way, tickets, resolved, Duration.ofHours(medianHours));
    }

    private void solvedAfter(TicketId ticket, int hours) {
        desk.turnTo(day.plus(Duration.ofHours(hours)));
        desk.answered(ticket, TicketStatus.SOLVED);
        desk.turnTo(day);
    }

    private TicketId swarmed() {
        TicketId ticket = held();
        var caller = new Caller(
                mira, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(first), Set.of(), null, "test", null);
        desk.bean(SwarmFlow.class).open(caller, ticket, "Can it?", new Guests(List.of(noor), List.of()));
        return ticket;
    }

    @Test
    void a_period_is_a_period() {
        assertThatThrownBy(() -> desk.bean(Tiers.class).report(day, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.bean(Tiers.class).report(day, day.plus(Duration.ofDays(400))))
                .isInstanceOf(InvalidInput.class);
    }

    private TicketId held() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, first, mira);
        return ticket;
    }

    private TicketId upped() {
        TicketId ticket = held();
        up(ticket);
        return ticket;
    }

    private void up(TicketId ticket) {
        escalate(mira, ticket, new Demand(Optional.empty(), Optional.of(second), REASON, TRIED, null));
    }

    private static Demand up(int tier) {
        return demand(tier, TRIED, null);
    }

    private static Demand down(int tier, EpisodeOutcome outcome) {
        return demand(tier, null, outcome);
    }

    private static Demand demand(int tier, @Nullable String tried, @Nullable EpisodeOutcome outcome) {
        return new Demand(Optional.of(tier), Optional.empty(), REASON, tried, outcome);
    }

    private Escalation escalate(UserId who, TicketId ticket, Demand demand) {
        var caller = new Caller(
                who, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(first, second), Set.of(), null, "test", null);
        return desk.bean(EscalationFlow.class)
                .escalate(caller, ticket, Optional.empty(), demand)
                .escalation();
    }

    private void refused(TicketId ticket, Demand demand, String words) {
        assertThatThrownBy(() -> escalate(mira, ticket, demand))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    private List<Episode> episodes(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(EpisodeRepository.class).of(ticket));
    }

    private List<String> types(TicketId ticket) {
        return desk.record(ticket).stream().map(AuditEntry::type).toList();
    }
}
