package io.bilet.upkeep;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.flow.Assignment;
import io.bilet.flow.OfferFlow;
import io.bilet.flow.TicketFlow;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.admin.AgentAdmin;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.routing.Company;
import io.bilet.routing.RoomMade;
import io.bilet.schedule.Interval;
import io.bilet.schedule.PublicHolidays;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.Week;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Channel;
import io.bilet.ticket.OfferRepository;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.upkeep.Snapshot.Work;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A support desk at random, on two nodes and a real database, one step after the other. After each step, and after
 * routing has looked once more, an oracle that knows only the rows says whether the rules hold. For longer, by hand:
 * {@code -Dbilet.simulation.steps=100000 -Dbilet.simulation.seed=…}.
 */
class RoutingSimulationIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final int STEPS = Integer.getInteger("bilet.simulation.steps", 250);

    /** Steps before the first agent comes. */
    private static final int NIGHT = 15;

    private final Company company = new Company(new Beans());
    private final List<SlaDesk> nodes = List.of(new SlaDesk(MONDAY_NINE), new SlaDesk(MONDAY_NINE));
    private final SkillId skill = company.skill("Turkish");
    private final List<GroupId> groups = List.of(company.group(), company.group(), company.group());
    private Instant now = MONDAY_NINE;
    private Random random = new Random();
    private List<UserId> agents = List.of();

    static Stream<Long> seeds() {
        Long one = Long.getLong("bilet.simulation.seed");
        return one == null ? Stream.of(1L, 20_261_122L) : Stream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_rules_of_routing_hold_whatever_happens(long seed) {
        random = new Random(seed);
        RoutingOracle oracle = furnish();
        List<String> ids =
                groups.stream().map(group -> group.value().toString()).toList();
        Snapshot before = Snapshot.of(ids);
        Instant then = now;
        for (int step = 0; step < STEPS; step++) {
            String what = "seed %d, step %d".formatted(seed, step);
            String ordered = step < NIGHT ? night(step) : step(before, nodes.get(random.nextInt(2)));
            sweep(nodes.get(random.nextInt(2)));
            Snapshot after = Snapshot.of(ids);
            try {
                oracle.checkHolders(after);
                oracle.checkPushes(before, after, now, ordered);
                oracle.checkNothingWaitsInVain(after, now);
                oracle.checkNobodyIsLeftAlone(before, then, after, now);
            } catch (AssertionError broken) {
                throw new AssertionError(what, broken);
            }
            before = after;
            then = now;
        }
        System.out.printf("routing, seed %d, %d steps: %s%n", seed, STEPS, oracle.tally());
        assertThat(oracle.tally().pushes).isGreaterThan(STEPS / 5);
        assertThat(oracle.tally().waited).isGreaterThan(STEPS);
        assertThat(oracle.tally().starved).isPositive();
        assertThat(oracle.tally().atHome).isGreaterThan(STEPS);
    }

    /**
     * Three groups: the first is helped by the second and keeps room for the VIP lane, the third holds out. In each one
     * of three works by day only.
     */
    private RoutingOracle furnish() {
        Map<String, List<String>> members = new java.util.HashMap<>();
        agents = IntStream.range(0, 9)
                .mapToObj(i -> {
                    GroupId group = groups.get(i % 3);
                    Map<SkillId, Integer> skills =
                            random.nextBoolean() ? Map.of(skill, 1 + random.nextInt(5)) : Map.of();
                    UserId agent = company.agent(group, 1 + random.nextInt(4), Presence.OFFLINE, skills);
                    members.computeIfAbsent(group.value().toString(), id -> new java.util.ArrayList<>())
                            .add(agent.value().toString());
                    return agent;
                })
                .toList();
        Set<UserId> byDay = Set.copyOf(agents.subList(0, 3));
        ScheduleId day =
                new SlaDesk(now).bean(ScheduleAdmin.class).create(day()).id();
        byDay.forEach(agent -> company.works(agent, day.value()));
        company.overflow(groups.get(0), groups.get(1));
        company.reserve(groups.get(0), 1);
        company.offers(groups.get(2));
        String first = groups.get(0).value().toString();
        return new RoutingOracle(
                members,
                Map.of(first, groups.get(1).value().toString()),
                Map.of(first, 1),
                byDay.stream().map(agent -> agent.value().toString()).collect(Collectors.toSet()),
                new RoutingOracle.Tally());
    }

    private static ScheduleProfile day() {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek each : DayOfWeek.values()) {
            week.put(each, List.of(Interval.parse("08:00", "18:00", "")));
        }
        return new ScheduleProfile(
                "Day " + UUID.randomUUID(), ZoneOffset.UTC, new Week(week), List.of(), List.of(), PublicHolidays.NONE);
    }

    /** Before anybody comes to work, tickets arrive and wait for longer than anybody should. */
    private @Nullable String night(int step) {
        if (step < NIGHT - 1) {
            open(nodes.get(random.nextInt(2)));
        } else {
            pass(Duration.ofHours(25));
        }
        return null;
    }

    /** One thing happens; names the ticket that was ordered to somebody, if one was. */
    private @Nullable String step(Snapshot before, SlaDesk node) {
        TestDatabase.inTransaction(() -> Company.lookAgain(node.node()));
        try {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> open(node);
                case 3, 4 ->
                    any(before, work -> work.owner() != null && work.counts()).ifPresent(id -> solve(node, id));
                case 5, 6 -> turn(node);
                case 7 -> node.bean(AgentAdmin.class).holdAtMost(anyAgent(), Optional.empty(), random.nextInt(5));
                case 8 -> pass(random.nextInt(6) == 0 ? Duration.ofHours(13) : Duration.ofSeconds(random.nextInt(400)));
                case 9 -> any(before, work -> work.offeredTo() != null).ifPresent(id -> answer(node, id));
                case 10 -> ask(node);
                default -> {
                    return any(before, Work::counts).map(id -> order(node, id)).orElse(null);
                }
            }
        } catch (BiletException refused) {
            // what is refused changes nothing, which is what the oracle sees to
        }
        return null;
    }

    private void open(SlaDesk node) {
        Channel channel = random.nextInt(3) == 0 ? Channel.CHAT : Channel.EMAIL;
        TicketId ticket = node.opened("Printer on fire", TicketPriority.NORMAL, channel);
        inNewTransaction(() -> {
            Ticket stored = node.bean(TicketRepository.class).lock(ticket);
            if (random.nextInt(4) == 0) {
                stored.demand().goFirst();
            }
            if (random.nextInt(3) == 0) {
                Duration dropAfter = random.nextBoolean() ? Duration.ofMinutes(3) : null;
                stored.demand().skill(skill, new SkillDemand(1 + random.nextInt(4), dropAfter));
            }
            stored.demand().room(channel == Channel.CHAT ? 1 : 1 + random.nextInt(2));
            return true;
        });
        order(node, ticket, new Assignment(Optional.of(any(groups)), Optional.empty()));
    }

    private void solve(SlaDesk node, TicketId ticket) {
        node.bean(TicketFlow.class).changeStatus(admin(), ticket, Optional.empty(), TicketStatus.SOLVED);
    }

    private void turn(SlaDesk node) {
        TreeSet<String> paused = new TreeSet<>(random.nextInt(4) == 0 ? Set.of("chat") : Set.of());
        Presence presence = random.nextInt(4) == 0 ? any(List.of(Presence.values())) : Presence.ONLINE;
        node.bean(AgentAdmin.class).turn(anyAgent(), Optional.empty(), presence, paused);
    }

    private void answer(SlaDesk node, TicketId ticket) {
        var offer = inNewTransaction(() -> node.bean(OfferRepository.class).open(ticket));
        offer.ifPresent(open ->
                node.bean(OfferFlow.class).answer(caller(open.agent(), Role.AGENT), open.id(), random.nextBoolean()));
    }

    private void ask(SlaDesk node) {
        node.bean(OfferFlow.class).next(caller(anyAgent(), Role.AGENT), Optional.empty(), Optional.empty());
    }

    /** A supervisor gives it to anybody, or takes it from whoever has it. */
    private String order(SlaDesk node, TicketId ticket) {
        if (random.nextInt(3) == 0) {
            node.bean(TicketFlow.class).unassign(admin(), ticket, Optional.empty());
            return "";
        }
        order(node, ticket, Assignment.to(anyAgent()));
        return ticket.value().toString();
    }

    private void order(SlaDesk node, TicketId ticket, Assignment order) {
        node.bean(TicketFlow.class).assign(admin(), ticket, Optional.empty(), order);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nodes.forEach(node -> node.turnTo(now));
    }

    /** What a node does by itself: it looks after departures, late offers and whoever waits. */
    private void sweep(SlaDesk node) {
        nodes.forEach(each -> TestDatabase.inTransaction(
                () -> each.bean(WorkingTimeTimer.class).run()));
        DepartureWorker departures = node.bean(DepartureWorker.class);
        for (WorkItem item : node.bean(WorkQueue.class).claim(departures, 100)) {
            inNewTransaction(() -> {
                departures.work(item);
                return true;
            });
            node.bean(WorkQueue.class).done(item);
        }
        Node.of(node, node.bean(OfferTimer.class)).run();
        TestDatabase.inTransaction(() -> {
            Company.lookAgain(node.node());
            node.bean(WaitingTimer.class).roomWasMade(new RoomMade(agents.get(0)));
            node.bean(WaitingTimer.class).run();
        });
    }

    private Optional<TicketId> any(Snapshot snapshot, Predicate<Work> which) {
        List<String> found =
                snapshot.tickets().values().stream().filter(which).map(Work::id).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new TicketId(UUID.fromString(any(found))));
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private UserId anyAgent() {
        return any(agents);
    }

    private Caller admin() {
        return caller(agents.get(0), Role.ADMIN);
    }

    private Caller caller(UserId agent, Role role) {
        return new Caller(
                agent, role, RolePermissions.of(role), Set.copyOf(groups), Set.of(), null, "simulation", null);
    }
}
