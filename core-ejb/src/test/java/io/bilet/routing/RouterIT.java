package io.bilet.routing;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.Candidates.Candidate;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionQueries;
import io.bilet.decision.DecisionRepository;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.database.Retry;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Folder;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouterIT {

    private final Beans beans = new Beans();
    private final Router router = beans.get(Router.class);
    private final Company company = new Company(beans);

    @Test
    void the_one_who_waited_longest_owns_the_next_ticket() {
        GroupId group = company.group();
        UserId first = company.agent(group, 5, Presence.ONLINE);
        UserId second = company.agent(group, 5, Presence.ONLINE);

        Optional<UserId> owner = open(beans, group).ownership().assignee();
        Optional<UserId> next = open(beans, group).ownership().assignee();
        Optional<UserId> third = open(beans, group).ownership().assignee();

        assertThat(owner).contains(first);
        assertThat(next).contains(second);
        assertThat(third).contains(first);
        assertThat(company.load(first)).isEqualTo(2);
    }

    @Test
    void nobody_holds_more_than_they_can_however_many_tickets_come_at_once_on_two_nodes() {
        GroupId group = company.group();
        List<UserId> agents = IntStream.range(0, 5)
                .mapToObj(i -> company.agent(group, 3, Presence.ONLINE))
                .toList();
        List<Beans> nodes = List.of(beans, new Beans());

        ExecutorService sixteen = Executors.newFixedThreadPool(16);
        List<Ticket> tickets = IntStream.range(0, 80)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> Retry.of(() -> open(nodes.get(i % 2), group)), sixteen))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        sixteen.shutdown();

        assertThat(agents)
                .allSatisfy(
                        agent -> assertThat(company.load(agent)).isEqualTo(3).isEqualTo(company.owned(agent)));
        assertThat(tickets.stream()
                        .filter(ticket -> ticket.ownership().assignee().isPresent()))
                .hasSize(15);
        assertThat(tickets.stream()
                        .filter(ticket -> ticket.ownership().assignee().isEmpty()))
                .allSatisfy(ticket ->
                        assertThat(ticket.ownership().unassignedReason()).contains(UnassignedReason.CAPACITY_FULL));
    }

    @Test
    void an_agent_who_went_offline_elsewhere_is_not_given_a_ticket() {
        GroupId group = company.group();
        UserId here = company.agent(group, 5, Presence.ONLINE);
        UserId other = company.agent(group, 5, Presence.ONLINE);
        open(beans, group);
        company.turn(other, Presence.OFFLINE);

        Ticket ticket = open(beans, group);

        assertThat(ticket.ownership().assignee()).contains(here);
    }

    @Test
    void a_ticket_that_nobody_can_take_says_why() {
        GroupId empty = company.group();
        GroupId away = company.group();
        company.agent(away, 5, Presence.AWAY);
        GroupId full = company.group();
        company.agent(full, 0, Presence.ONLINE);

        assertThat(open(beans, empty).ownership().unassignedReason()).contains(UnassignedReason.NO_AGENT_ONLINE);
        assertThat(open(beans, away).ownership().unassignedReason()).contains(UnassignedReason.NO_AGENT_ONLINE);
        assertThat(open(beans, full).ownership().unassignedReason()).contains(UnassignedReason.CAPACITY_FULL);
    }

    @Test
    void somebody_who_came_online_is_seen_although_nobody_told_this_node() {
        GroupId group = company.group();
        UserId agent = company.agent(group, 5, Presence.OFFLINE);
        open(beans, group);
        company.turn(agent, Presence.ONLINE);
        pause(60);

        assertThat(open(beans, group).ownership().assignee()).contains(agent);
    }

    @Test
    void what_somebody_holds_is_counted_as_the_ticket_comes_and_goes() {
        GroupId group = company.group();
        UserId agent = company.agent(group, 2, Presence.ONLINE);
        Ticket ticket = open(beans, group);
        assertThat(company.load(agent)).isEqualTo(1);

        change(ticket, it -> it.moveTo(TicketStatus.PENDING, MONDAY_NINE));
        assertThat(company.load(agent)).isZero();

        open(beans, group);
        open(beans, group);
        change(ticket, it -> it.moveTo(TicketStatus.OPEN, MONDAY_NINE));
        assertThat(company.load(agent))
                .as("what comes back may exceed the capacity")
                .isEqualTo(3);

        change(ticket, it -> {
            it.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
            it.putInto(Folder.ARCHIVE, MONDAY_NINE);
        });
        assertThat(company.load(agent)).isEqualTo(2);
    }

    @Test
    void a_ticket_given_to_another_moves_the_count_with_it() {
        GroupId group = company.group();
        UserId first = company.agent(group, 1, Presence.ONLINE);
        UserId second = company.agent(group, 0, Presence.OFFLINE);
        Ticket ticket = open(beans, group);

        change(ticket, it -> it.assign(second, MONDAY_NINE));

        assertThat(company.load(first)).isZero();
        assertThat(company.load(second)).isEqualTo(1);
    }

    @Test
    void who_gave_a_ticket_back_does_not_get_it_again_at_once() {
        GroupId group = company.group();
        UserId first = company.agent(group, 9, Presence.ONLINE);
        UserId second = company.agent(group, 9, Presence.ONLINE);
        Ticket ticket = open(beans, group);
        assertThat(ticket.ownership().assignee()).contains(first);

        Ticket moved = change(ticket, it -> it.unassign(UnassignedReason.RELEASED, MONDAY_NINE));

        assertThat(moved.ownership().assignee()).contains(second);
        assertThat(company.load(first)).isZero();
    }

    @Test
    void a_count_that_went_wrong_is_found() {
        GroupId group = company.group();
        UserId right = company.agent(group, 5, Presence.ONLINE);
        UserId wrong = company.agent(group, 0, Presence.ONLINE);
        open(beans, group);
        Company.sql("UPDATE agent_load SET load_units = 3 WHERE agent_id = ?", wrong.value());

        List<LoadQueries.Miscount> found =
                inNewTransaction(() -> beans.get(LoadQueries.class).miscounted());

        assertThat(found)
                .contains(new LoadQueries.Miscount(wrong, 3, 0))
                .extracting(LoadQueries.Miscount::agent)
                .doesNotContain(right);
    }

    @Test
    void what_is_big_takes_more_room_and_gives_it_back() {
        GroupId group = company.group();
        UserId agent = company.agent(group, 4, Presence.ONLINE);

        Ticket big = store(beans, sized(group, 3));
        Ticket tooBig = store(beans, sized(group, 2));
        assertThat(big.ownership().assignee()).contains(agent);
        assertThat(tooBig.ownership().unassignedReason()).contains(UnassignedReason.CAPACITY_FULL);
        assertThat(company.units(agent)).isEqualTo(3);
        assertThat(company.load(agent)).isEqualTo(1);

        change(big, it -> it.moveTo(TicketStatus.SOLVED, MONDAY_NINE));
        assertThat(company.units(agent)).isZero();
    }

    @Test
    void who_paused_the_channel_elsewhere_is_not_given_a_ticket() {
        GroupId group = company.group();
        UserId paused = company.agent(group, 5, Presence.ONLINE);
        UserId other = company.agent(group, 5, Presence.ONLINE);
        assertThat(open(beans, group).ownership().assignee()).contains(paused);
        open(beans, group);
        company.pause(paused, "chat email");

        assertThat(open(beans, group).ownership().assignee()).contains(other);
    }

    @Test
    void room_kept_for_the_vip_lane_is_given_to_it_alone_on_every_node() {
        GroupId group = company.group();
        UserId agent = company.agent(group, 2, Presence.ONLINE);
        open(new Beans(), group);
        company.reserve(group, 1);

        Ticket ordinary = open(new Beans(), group);
        Ticket vip = company.ticket(group);
        vip.demand().goFirst();
        store(new Beans(), vip);

        assertThat(ordinary.ownership().unassignedReason()).contains(UnassignedReason.CAPACITY_FULL);
        assertThat(vip.ownership().assignee()).contains(agent);
    }

    @Test
    void who_helps_takes_the_ticket_into_their_own_group() {
        GroupId group = company.group();
        GroupId helpers = company.group();
        UserId helper = company.agent(helpers, 5, Presence.ONLINE);
        company.overflow(group, helpers);
        Ticket ticket = open(beans, group);
        assertThat(ticket.ownership().unassignedReason()).contains(UnassignedReason.NO_AGENT_ONLINE);
        assertThat(ticket.ownership().waitingSince()).contains(MONDAY_NINE);

        Ticket early = at(MONDAY_NINE.plusSeconds(299), ticket);
        assertThat(early.ownership().assignee()).isEmpty();
        Ticket later = at(MONDAY_NINE.plusSeconds(300), ticket);

        assertThat(later.ownership().assignee()).contains(helper);
        assertThat(later.ownership().group()).contains(helpers);
        assertThat(later.ownership().waitingSince()).isEmpty();
        assertThat(decisions(later).get(1).effects())
                .extracting(Effect::field)
                .containsExactly("group_id", "assignee_id");
    }

    @Test
    void a_newcomer_does_not_overtake_those_who_wait_in_its_group() {
        GroupId group = company.group();
        UserId agent = company.agent(group, 1, Presence.ONLINE);
        Backlog backlog = beans.get(Backlog.class);
        backlog.left(Set.of(Optional.of(group)));

        Ticket newcomer = open(beans, group);
        assertThat(newcomer.ownership().unassignedReason()).contains(UnassignedReason.AWAITING_ROUTING);
        assertThat(company.load(agent)).isZero();
        assertThat(beans.fired()).contains(new RoomMade(agent));

        assertThat(at(MONDAY_NINE, newcomer).ownership().assignee())
                .as("when it is its turn")
                .contains(agent);
    }

    private Ticket sized(GroupId group, int units) {
        Ticket ticket = company.ticket(group);
        ticket.demand().room(units);
        return ticket;
    }

    /** Looks again for an owner, as the sweep does. */
    private Ticket at(Instant instant, Ticket waiting) {
        return inNewTransaction(() -> {
            Ticket stored = beans.get(TicketRepository.class).lock(waiting.id());
            Optional<Decision> decision = router.follow(stored, instant);
            stored.happenings().take();
            beans.get(DecisionRepository.class).add(decision.stream().toList());
            return stored;
        });
    }

    @Test
    void the_decision_names_everybody_who_was_looked_at_and_why() {
        GroupId group = company.group();
        SkillId turkish = company.skill("Turkish");
        UserId able = company.agent(group, 1, Presence.ONLINE, Map.of(turkish, 3));
        UserId unable = company.agent(group, 1, Presence.ONLINE, Map.of(turkish, 2));
        UserId away = company.agent(group, 0, Presence.AWAY, Map.of(turkish, 5));
        Ticket ticket = company.ticket(group);
        ticket.demand().skill(turkish, SkillDemand.of(3));

        Ticket routed = store(beans, ticket);

        Decision decision = decisions(routed).get(0);
        assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.effects()).singleElement().satisfies(effect -> assertThat(effect.to())
                .hasToString('"' + able.toString() + '"'));
        Map<UUID, List<String>> reasons = Objects.requireNonNull(decision.candidates()).each().stream()
                .collect(Collectors.toMap(
                        Candidate::agentId, candidate -> candidate.verdict().reasons()));
        assertThat(reasons.get(able.value())).containsExactly("chosen", "longest_idle");
        assertThat(reasons.get(unable.value())).singleElement().asString().startsWith("missing_skill:Turkish");
        assertThat(reasons.get(away.value())).containsExactly("away", "capacity_full");
    }

    @Test
    void finding_an_owner_costs_one_statement() {
        GroupId group = company.group();
        IntStream.range(0, 20).forEach(i -> company.agent(group, 9, Presence.ONLINE));
        open(beans, group);
        Ticket ticket = company.ticket(group);

        long statements = TestDatabase.statements(() -> router.follow(ticket, MONDAY_NINE));

        assertThat(ticket.ownership().assignee()).isPresent();
        assertThat(statements).as("the claim").isEqualTo(1);
    }

    private Ticket open(Beans node, GroupId group) {
        return store(node, company.ticket(group));
    }

    private static Ticket store(Beans node, Ticket ticket) {
        return inNewTransaction(() -> {
            node.get(TicketRepository.class).add(ticket);
            follow(node, ticket);
            return ticket;
        });
    }

    private Ticket change(Ticket ticket, Consumer<Ticket> change) {
        return inNewTransaction(() -> {
            Ticket stored = beans.get(TicketRepository.class).lock(ticket.id());
            change.accept(stored);
            follow(beans, stored);
            return stored;
        });
    }

    private static void follow(Beans node, Ticket ticket) {
        Optional<Decision> decision = node.get(Router.class).follow(ticket, MONDAY_NINE);
        ticket.happenings().take();
        node.get(DecisionRepository.class).add(decision.stream().toList());
    }

    private List<Decision> decisions(Ticket ticket) {
        TicketId id = ticket.id();
        return inNewTransaction(() -> beans.get(DecisionQueries.class).of(id.value(), new UUID(0, 0), 10));
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
