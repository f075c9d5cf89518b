package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.upkeep.Snapshot.Work;
import io.bilet.upkeep.Snapshot.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What must be true of routing whatever happened, told from the rows alone and knowing nothing of how routing works.
 *
 * @param members who belongs to which group
 * @param overflow which group helps which, after five minutes
 * @param reserves units kept for the VIP lane
 * @param byDay who works from eight to six UTC only
 * @param tally is added to
 */
record RoutingOracle(
        Map<String, List<String>> members,
        Map<String, String> overflow,
        Map<String, Integer> reserves,
        Set<String> byDay,
        Tally tally) {

    /** How often each rule was put to the test; one that never was has not been tested. */
    static final class Tally {
        int pushes;
        int waited;
        int starved;
        int atHome;

        @Override
        public String toString() {
            return "%d pushes, %d times somebody waited, %d times somebody starved, %d times it was nobody's working time"
                    .formatted(pushes, waited, starved, atHome);
        }
    }

    private static final Duration OVERFLOW_AFTER = Duration.ofMinutes(5);
    private static final Duration STARVATION_BOUND = Duration.ofDays(1);

    /** One holder or a stated reason; counts are what the tickets say. */
    void checkHolders(Snapshot now) {
        for (Work ticket : now.tickets().values()) {
            assertThat(ticket.owner() == null)
                    .as("owned or for a reason: %s", ticket)
                    .isEqualTo(ticket.reason() != null);
            if (ticket.offeredTo() != null) {
                assertThat(now.openOffers()).contains(ticket.id() + " " + ticket.offeredTo());
                assertThat(ticket.owner())
                        .as("offered, so nobody's: %s", ticket)
                        .isNull();
            }
        }
        assertThat(now.openOffers()).hasSize((int) now.tickets().values().stream()
                .filter(ticket -> ticket.offeredTo() != null)
                .count());
        for (Worker agent : now.agents().values()) {
            List<Work> held = now.tickets().values().stream()
                    .filter(ticket -> ticket.counts() && agent.id().equals(ticket.holder()))
                    .toList();
            assertThat(agent.count()).as("tickets of %s", agent).isEqualTo(held.size());
            assertThat(agent.units())
                    .as("units of %s", agent)
                    .isEqualTo(held.stream().mapToInt(Work::units).sum());
        }
    }

    /** Whoever was given something by routing could take it, and had room for it. */
    void checkPushes(Snapshot before, Snapshot now, Instant at, @org.jspecify.annotations.Nullable String ordered) {
        for (Work ticket : now.tickets().values()) {
            Work was = before.tickets().get(ticket.id());
            String holder = ticket.holder();
            boolean isNew = ticket.counts() && holder != null && (was == null || !holder.equals(was.holder()));
            if (isNew && !ticket.id().equals(ordered)) {
                tally.pushes++;
                Worker agent = Objects.requireNonNull(now.agents().get(holder), holder);
                assertThat(agent.units())
                        .as("no agent above capacity by push: %s %s", agent, ticket)
                        .isLessThanOrEqualTo(agent.capacity() - reserve(ticket));
                assertThat(agent.presence()).as("%s %s", agent, ticket).isEqualTo("ONLINE");
                assertThat(isAtWork(agent, at)).as("%s %s", agent, ticket).isTrue();
                assertThat(was == null || !isRefused(agent, was))
                        .as("%s %s", agent, was)
                        .isTrue();
            }
        }
        checkOrder(before, now, at);
    }

    /** Nobody who starves is passed over by somebody who came later, for an agent whom both could have had. */
    private void checkOrder(Snapshot before, Snapshot now, Instant at) {
        for (Work placed : now.tickets().values()) {
            Work was = before.tickets().get(placed.id());
            String holder = placed.holder();
            if (holder == null || was == null || !was.waits()) {
                continue;
            }
            for (Work starving : now.tickets().values()) {
                boolean starves = starving.waits()
                        && Objects.requireNonNull(starving.waitingSince()).isBefore(at.minus(STARVATION_BOUND))
                        && starving.waitingSince().isBefore(Objects.requireNonNull(was.waitingSince()));
                tally.starved += starves ? 1 : 0;
                Worker agent = Objects.requireNonNull(now.agents().get(holder));
                assertThat(starves && couldTake(agent, starving, at, agent.units() - placed.units()))
                        .as("%s overtook %s", placed, starving)
                        .isFalse();
            }
        }
    }

    /** Nothing waits that somebody could take outside of reserves. */
    void checkNothingWaitsInVain(Snapshot now, Instant at) {
        for (Work ticket : now.tickets().values()) {
            if (ticket.waits()) {
                tally.waited++;
                assertThat(now.agents().values())
                        .as("who could take %s", ticket)
                        .noneMatch(agent -> couldTake(agent, ticket, at, agent.units()));
            }
        }
    }

    private boolean couldTake(Worker agent, Work ticket, Instant at, int load) {
        Duration waited = Duration.between(Objects.requireNonNull(ticket.waitingSince()), at);
        boolean belongs = members.get(ticket.group()).contains(agent.id());
        String helper = overflow.get(ticket.group());
        boolean helps =
                helper != null && members.get(helper).contains(agent.id()) && waited.compareTo(OVERFLOW_AFTER) >= 0;
        return (belongs || helps)
                && agent.presence().equals("ONLINE")
                && isAtWork(agent, at)
                && !List.of(agent.paused().split(" ")).contains(ticket.channel())
                && Snapshot.knows(agent, ticket, waited)
                && load + ticket.units() <= agent.capacity() - reserve(ticket)
                && !isRefused(agent, ticket);
    }

    private boolean isAtWork(Worker agent, Instant at) {
        int hour = at.atZone(ZoneOffset.UTC).getHour();
        boolean isAtWork = !byDay.contains(agent.id()) || (hour >= 8 && hour < 18);
        tally.atHome += isAtWork ? 0 : 1;
        return isAtWork;
    }

    /** Nobody in a chat is left alone because the day of whom they talk to ends. */
    void checkNobodyIsLeftAlone(Snapshot before, Instant then, Snapshot now, Instant at) {
        for (Work ticket : now.tickets().values()) {
            Worker owner = ticket.owner() == null ? null : now.agents().get(ticket.owner());
            Work was = before.tickets().get(ticket.id());
            if (owner != null && was != null && owner.id().equals(was.owner()) && ticket.counts()) {
                assertThat(ticket.channel().equals("chat") && isAtWork(owner, then) && !isAtWork(owner, at))
                        .as("%s has gone home from %s", owner, ticket)
                        .isFalse();
            }
        }
    }

    private int reserve(Work ticket) {
        return ticket.vip() ? 0 : reserves.getOrDefault(ticket.group(), 0);
    }

    private static boolean isRefused(Worker agent, Work ticket) {
        boolean gaveItBack = "RELEASED".equals(ticket.reason()) && agent.id().equals(ticket.previous());
        return gaveItBack || ticket.declinedBy().contains(agent.id().replace("-", ""));
    }
}
