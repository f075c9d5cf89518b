package io.bilet.upkeep;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.DecisionQueries;
import io.bilet.decision.Outcome;
import io.bilet.flow.DutyFlow;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.UnassignedReason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTimerIT {

    private final Beans beans = node();
    private final Company company = new Company(beans);
    private final GroupId group = company.group();

    @Test
    void who_comes_online_gets_what_waits_up_to_their_capacity_and_oldest_first() {
        List<TicketId> waiting = IntStream.range(0, 4).mapToObj(i -> waiting()).toList();
        UserId agent = company.agent(group, 3, Presence.ONLINE);

        sweep(beans);

        assertThat(waiting.subList(0, 3))
                .allSatisfy(ticket -> assertThat(owner(ticket)).contains(agent));
        assertThat(owner(waiting.get(3))).isEmpty();
        assertThat(company.load(agent)).isEqualTo(3);
        assertThat(TestDatabase.inNewTransaction(
                        () -> beans.get(DecisionQueries.class).of(waiting.get(0).value(), new UUID(0, 0), 10)))
                .singleElement()
                .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED));
    }

    @Test
    void two_nodes_that_sweep_at_once_give_each_ticket_to_one_owner() {
        List<TicketId> waiting = IntStream.range(0, 12).mapToObj(i -> waiting()).toList();
        List<UserId> agents = IntStream.range(0, 4)
                .mapToObj(i -> company.agent(group, 2, Presence.ONLINE))
                .toList();

        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> sweep(node()), task -> new Thread(task).start());
        sweep(beans);
        other.join();
        sweep(node());

        assertThat(waiting.stream().map(this::owner).flatMap(Optional::stream)).hasSize(8);
        assertThat(agents)
                .allSatisfy(
                        agent -> assertThat(company.load(agent)).isEqualTo(2).isEqualTo(company.owned(agent)));
    }

    @Test
    void a_ticket_placed_with_others_costs_its_claim_and_its_row() {
        company.agent(group, 100, Presence.ONLINE);
        sweepOf(IntStream.range(0, 2).mapToObj(i -> waiting()).toList());
        List<TicketId> some = IntStream.range(0, 2).mapToObj(i -> waiting()).toList();
        List<TicketId> many = IntStream.range(0, 12).mapToObj(i -> waiting()).toList();

        long few = TestDatabase.statements(() -> sweepOf(some));
        long more = TestDatabase.statements(() -> sweepOf(many));

        assertThat(more - few).isLessThanOrEqualTo(2 * 10); // a claim and the row itself
        assertThat(many).allSatisfy(ticket -> assertThat(owner(ticket)).isPresent());
    }

    private void sweepOf(List<TicketId> tickets) {
        beans.get(DutyFlow.class).routeWaiting(tickets);
    }

    private static Beans node() {
        return new Beans().with(Clock.fixed(MONDAY_NINE, ZoneOffset.UTC));
    }

    private static void sweep(Beans node) {
        TestDatabase.inTransaction(() -> node.get(WaitingTimer.class).run());
    }

    private TicketId waiting() {
        Ticket ticket = company.ticket(group);
        ticket.unassign(UnassignedReason.NO_AGENT_ONLINE, MONDAY_NINE);
        return TestDatabase.inNewTransaction(
                        () -> beans.get(TicketRepository.class).add(ticket))
                .id();
    }

    private Optional<UserId> owner(TicketId ticket) {
        return TestDatabase.inNewTransaction(
                () -> beans.get(TicketRepository.class).get(ticket).ownership().assignee());
    }
}
