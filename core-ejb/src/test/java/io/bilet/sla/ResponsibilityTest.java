package io.bilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.sla.policy.Elapsed;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsibilityTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");
    private static final Holder MIRA = new Holder(UserId.next(), GroupId.next());
    private static final Holder NOOR = new Holder(UserId.next(), GroupId.next());

    private final TicketStory story = new TicketStory(
            TestPolicies.named("Office"), MONDAY_NINE, TicketPriority.NORMAL, AuthorRole.REQUESTER, Folder.INBOX);
    private final Holders holders = new Holders();

    @Test
    void forwarding_moves_who_answers_for_the_minutes_that_follow() {
        holders.changed(MONDAY_NINE.plus(Duration.ofHours(1)), MIRA);
        holders.changed(MONDAY_NINE.plus(Duration.ofHours(7)), NOOR);

        var shares = shares("first", MONDAY_NINE.plus(Duration.ofHours(25)));

        assertThat(shares)
                .containsExactly(
                        Map.entry(Holder.NOBODY, elapsed(1, 1)),
                        Map.entry(MIRA, elapsed(6, 6)),
                        Map.entry(NOOR, elapsed(18, 2)));
    }

    @Test
    void while_a_clock_rests_nobody_answers_for_it() {
        holders.changed(MONDAY_NINE, MIRA);
        story.happens("pending", MONDAY_NINE.plus(Duration.ofHours(2)));
        holders.changed(MONDAY_NINE.plus(Duration.ofHours(3)), NOOR);
        story.happens("open", MONDAY_NINE.plus(Duration.ofHours(4)));

        var shares = shares("resolution", MONDAY_NINE.plus(Duration.ofHours(5)));

        assertThat(shares).containsExactly(Map.entry(MIRA, elapsed(2, 2)), Map.entry(NOOR, elapsed(1, 1)));
    }

    @Test
    void a_promise_is_broken_by_whoever_holds_the_ticket_when_it_falls_due() {
        holders.changed(MONDAY_NINE, MIRA);
        holders.changed(MONDAY_NINE.plus(Duration.ofHours(5)), NOOR);
        story.look(MONDAY_NINE.plus(Duration.ofHours(6)));

        var breach = story.ledger().stream()
                .filter(step -> step.step() == ClockStep.BREACH)
                .findFirst()
                .orElseThrow();

        assertThat(holders.at(breach.at()))
                .as("noticed late, when it was Noor's")
                .isEqualTo(MIRA);
    }

    static List<Long> seeds() {
        return new Random(20_261_122).longs(60).boxed().toList();
    }

    /** Minute by minute: a clock that counts a minute counts it for whoever holds the ticket in it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_business_minute_is_somebodys(long seed) {
        var random = new Random(seed);
        Instant now = MONDAY_NINE;
        Map<ClockId, Map<Holder, Long>> oracle = new HashMap<>();
        List<Holder> people = List.of(MIRA, NOOR, Holder.NOBODY);
        for (int step = 0; step < 15; step++) {
            Instant next = now.plus(Duration.ofMinutes(random.nextInt(400)));
            count(now, next, oracle);
            now = next;
            if (random.nextBoolean()) {
                holders.changed(now, people.get(random.nextInt(people.size())));
            } else {
                String deed = List.of("answer", "asks", "pending", "open", "on hold", "urgent", "low")
                        .get(random.nextInt(7));
                story.happens(deed, now);
            }
        }

        Instant end = now;
        for (SlaClock clock : story.clocks()) {
            Map<Holder, Long> minutes = Responsibility.of(ledger(clock), holders, end).entrySet().stream()
                    .filter(share -> !share.getValue().business().isZero())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            share -> share.getValue().business().toMinutes()));
            assertThat(minutes).isEqualTo(oracle.getOrDefault(clock.key().id(), Map.of()));
        }
    }

    private void count(Instant from, Instant to, Map<ClockId, Map<Holder, Long>> minutes) {
        List<SlaClock> running = story.clocks().stream()
                .filter(clock -> clock.state() == ClockState.RUNNING)
                .toList();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            for (SlaClock clock : running) {
                if (clock.reading().promise().pace().hours().isOpen(at)) {
                    minutes.computeIfAbsent(clock.key().id(), id -> new HashMap<>())
                            .merge(holders.at(at), 1L, Long::sum);
                }
            }
        }
    }

    @Test
    void shares_add_up_to_what_the_clock_ran() {
        IntStream.range(0, 5)
                .forEach(
                        hour -> holders.changed(MONDAY_NINE.plus(Duration.ofHours(hour)), hour % 2 == 0 ? MIRA : NOOR));
        Instant now = MONDAY_NINE.plus(Duration.ofHours(30));

        Elapsed sum = shares("first", now).values().stream().reduce(Elapsed.NONE, Elapsed::plus);

        assertThat(sum).isEqualTo(clock("first").elapsedAt(now));
    }

    private Map<Holder, Elapsed> shares(String metric, Instant now) {
        return Responsibility.of(ledger(clock(metric)), holders, now);
    }

    private SlaClock clock(String metric) {
        return story.clocks().stream()
                .filter(each -> each.metric().name().toLowerCase(Locale.ROOT).contains(metric))
                .findFirst()
                .orElseThrow();
    }

    private List<ClockEvent> ledger(SlaClock clock) {
        return story.ledger().stream()
                .filter(step -> step.clock().id().equals(clock.key().id()))
                .toList();
    }

    private static Elapsed elapsed(int hours, int business) {
        return new Elapsed(Duration.ofHours(hours), Duration.ofHours(business));
    }
}
