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
import io.bilet.platform.database.Retry;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Offer;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.OfferState;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.UnassignedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfferFlowIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();

    @Test
    void the_next_one_is_handed_out_once_however_many_ask_at_once_on_two_nodes() {
        List<TicketId> waiting = IntStream.range(0, 5).mapToObj(i -> inGroup()).toList();
        List<UserId> agents =
                IntStream.range(0, 8).mapToObj(i -> agent(1, Presence.ONLINE)).toList();
        List<SlaDesk> nodes = List.of(desk, new SlaDesk(MONDAY_NINE));

        ExecutorService eight = Executors.newFixedThreadPool(8);
        List<Offer> offers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Retry.of(() -> next(nodes.get(i % 2), agents.get(i))), eight))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
        eight.shutdown();

        assertThat(offers).extracting(Offer::ticketId).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(offers).extracting(Offer::agent).doesNotHaveDuplicates();
        assertThat(agents).allSatisfy(agent -> assertThat(company.load(agent)).isLessThanOrEqualTo(1));
        assertThat(agents.stream().mapToInt(company::load).sum()).isEqualTo(offers.size());
    }

    @Test
    void the_first_in_order_is_held_out_and_belongs_to_who_accepts_it() {
        TicketId first = inGroup();
        TicketId second = inGroup();
        UserId mira = agent(2, Presence.ONLINE);

        Offer offer = next(desk, mira).orElseThrow();

        assertThat(offer.ticketId()).isEqualTo(first);
        assertThat(ownership(first).assignee()).isEmpty();
        assertThat(ownership(first).unassignedReason()).contains(UnassignedReason.OFFERED);
        assertThat(company.units(mira)).as("room is held").isEqualTo(1);

        assertThat(answer(mira, offer, true).state()).isEqualTo(OfferState.ACCEPTED);
        assertThat(ownership(first).assignee()).contains(mira);
        assertThat(ownership(first).offeredTo()).isEmpty();
        assertThat(company.units(mira)).isEqualTo(1);
        assertThat(desk.record(first).stream().map(AuditEntry::type))
                .containsSubsequence("ticket.offered", "ticket.offered", "ticket.assigned");
        assertThat(next(desk, mira).orElseThrow().ticketId()).isEqualTo(second);
        assertThat(next(desk, mira)).as("no room").isEmpty();
    }

    @Test
    void an_offer_is_answered_once_in_time_and_by_whom_it_was_made_to() {
        inGroup();
        inGroup();
        UserId mira = agent(2, Presence.ONLINE);
        UserId noor = agent(2, Presence.ONLINE);
        Offer answered = next(desk, mira).orElseThrow();
        Offer late = next(desk, mira).orElseThrow();
        answer(mira, answered, true);

        assertThatThrownBy(() -> answer(mira, answered, false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("accepted already");
        assertThatThrownBy(() -> answer(noor, late, true)).isInstanceOf(NotFound.class);
        desk.turnBy(Duration.ofMinutes(1));
        assertThatThrownBy(() -> answer(mira, late, true))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("ran out");

        assertThat(ownership(answered.ticketId()).assignee()).contains(mira);
        assertThat(ownership(late.ticketId()).assignee()).isEmpty();
        assertThat(company.load(mira)).isEqualTo(2);
    }

    @Test
    void what_is_declined_or_let_pass_keeps_its_age_and_goes_on_to_somebody_else() {
        UserId mira = agent(2, Presence.ONLINE);
        UserId noor = agent(2, Presence.ONLINE);
        company.offers(group);
        TicketId ticket = inGroup();
        assertThat(ownership(ticket).offeredTo()).contains(mira);
        desk.turnBy(Duration.ofSeconds(30));

        answer(mira, open(ticket), false);

        assertThat(ownership(ticket).offeredTo()).contains(noor);
        assertThat(ownership(ticket).waitingSince()).contains(MONDAY_NINE);
        assertThat(company.load(mira)).isZero();
        desk.turnBy(Duration.ofSeconds(60));
        desk.bean(DutyFlow.class).expireOffer(ticket, MONDAY_NINE.plusSeconds(90));

        assertThat(ownership(ticket).offeredTo()).isEmpty();
        assertThat(ownership(ticket).unassignedReason()).contains(UnassignedReason.DECLINED);
        assertThat(ownership(ticket).waitingSince()).contains(MONDAY_NINE);
        assertThat(company.load(noor)).isZero();
        assertThat(next(desk, mira)).as("is not asked again").isEmpty();
    }

    @Test
    void an_order_withdraws_an_offer_and_frees_the_room() {
        UserId mira = agent(1, Presence.ONLINE);
        UserId noor = agent(0, Presence.OFFLINE);
        company.offers(group);
        TicketId ticket = inGroup();
        Offer offer = open(ticket);

        desk.given(ticket, group, noor);

        assertThat(company.load(mira)).isZero();
        assertThat(company.load(noor)).as("an order may exceed the capacity").isEqualTo(1);
        assertThatThrownBy(() -> answer(mira, offer, true))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("withdrawn");
        assertThat(ownership(ticket).assignee()).contains(noor);
    }

    @Test
    void who_is_not_online_is_given_nothing_and_only_own_groups_can_be_named() {
        inGroup();
        UserId away = agent(1, Presence.AWAY);
        UserId there = agent(1, Presence.ONLINE);
        GroupId other = company.group();

        assertThatThrownBy(() -> next(desk, away)).isInstanceOf(Conflict.class).hasMessageContaining("online");
        assertThatThrownBy(() -> desk.bean(OfferFlow.class).next(caller(there), Optional.of(other), Optional.empty()))
                .isInstanceOf(InvalidInput.class);
    }

    /** An agent whom every node knows. */
    private UserId agent(int capacity, Presence presence) {
        UserId agent = company.agent(group, capacity, presence);
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
        return agent;
    }

    private TicketId inGroup() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.moved(ticket, group);
        return ticket;
    }

    private Optional<Offer> next(SlaDesk node, UserId agent) {
        return node.bean(OfferFlow.class).next(caller(agent), Optional.empty(), Optional.empty());
    }

    private Offer answer(UserId agent, Offer offer, boolean accepts) {
        return desk.bean(OfferFlow.class).answer(caller(agent), offer.id(), accepts);
    }

    private Offer open(TicketId ticket) {
        return inNewTransaction(
                () -> desk.bean(OfferRepository.class).open(ticket).orElseThrow());
    }

    private Ownership ownership(TicketId ticket) {
        return desk.ticket(ticket).ownership();
    }

    private Caller caller(UserId agent) {
        return new Caller(
                agent, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(group), Set.of(), null, "test", null);
    }
}
