package io.bilet.sla;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.error.BiletException;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.sla.policy.WarningStep;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random stories, each from its seed: whatever happens, the ledger explains the clocks. */
class ClockLedgerTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

    private static final List<String> DEEDS = List.of(
            "answer",
            "answer and pending",
            "answer and solved",
            "note",
            "robot",
            "asks",
            "asks",
            "asks",
            "thanks",
            "bounce",
            "archived",
            "taken back",
            "spam",
            "no spam",
            "low",
            "normal",
            "high",
            "urgent",
            "open",
            "pending",
            "on hold",
            "solved",
            "solved",
            "group a",
            "group b",
            "closed");

    private static final List<TicketPriority> PRIORITIES = List.of(TicketPriority.values());

    private static final List<String> POLICIES =
            List.of("Office", "Patient", "Round the clock", "Split", "New York", "News", "Work", "Team", "None");

    static List<Long> seeds() {
        return new Random(20_261_122).longs(400).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void clocks_can_be_computed_again_from_their_ledger(long seed) {
        var random = new Random(seed);
        TicketStory story = opened(random);
        Instant now = MONDAY_NINE;

        for (int step = 0; step < 40; step++) {
            now = now.plusSeconds(random.nextInt(8 * 3600));
            Map<ClockKey, ClockReading> before = readings(story);
            happens(story, random, now);
            what_ended_stays_as_it_was(before, readings(story));
            one_clock_of_a_metric_is_open(story);
            due_is_when_the_target_is_used_up(story);
        }

        assertThat(LedgerReplay.of(story.ledger())).isEqualTo(readings(story));
        assertThat(ClockCheck.wrong(story.clocks(), story.ledger().stream().collect(groupingBy(step -> step.clock()
                        .id()))))
                .isEmpty();
        each_entry_begins_where_the_last_one_ended(story.ledger());
        a_target_breaks_once(story.ledger());
    }

    private static TicketStory opened(Random random) {
        return new TicketStory(
                policy(random),
                MONDAY_NINE,
                PRIORITIES.get(random.nextInt(PRIORITIES.size())),
                random.nextInt(4) == 0 ? AuthorRole.AGENT : AuthorRole.REQUESTER,
                random.nextInt(20) == 0 ? Folder.SPAM : Folder.INBOX);
    }

    private static SlaTerms policy(Random random) {
        return random.nextBoolean()
                ? TestPolicies.named(POLICIES.get(random.nextInt(POLICIES.size())))
                : TestPolicies.officeWarning(
                        new WarningStep.Share(50), new WarningStep.BeforeDue(Duration.ofMinutes(30)));
    }

    private static void happens(TicketStory story, Random random, Instant now) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            story.comesUnder(policy(random), now);
        } else if (choice < 4) {
            story.look(now);
        } else {
            // A node whose clock is up to five minutes behind may take the step.
            Instant seen = random.nextInt(5) == 0 ? now.minusSeconds(random.nextInt(300)) : now;
            try {
                story.happens(DEEDS.get(random.nextInt(DEEDS.size())), seen);
            } catch (BiletException refused) {
                // The ticket refused; nothing happened.
            }
        }
    }

    private static Map<ClockKey, ClockReading> readings(TicketStory story) {
        return story.clocks().stream().collect(toMap(SlaClock::key, clock -> withoutPlans(clock.reading())));
    }

    private static ClockReading withoutPlans(ClockReading shown) {
        return new ClockReading(
                shown.state(),
                shown.promise(),
                shown.targetVersion(),
                shown.targetBroken(),
                shown.run(),
                shown.startedAt(),
                shown.changedAt(),
                shown.dueAt(),
                shown.endCause(),
                shown.breachedAt(),
                Warnings.NONE,
                shown.steps());
    }

    private static void what_ended_stays_as_it_was(
            Map<ClockKey, ClockReading> before, Map<ClockKey, ClockReading> after) {
        before.forEach((key, reading) -> {
            if (!reading.state().isOpen()) {
                assertThat(after.get(key)).isEqualTo(reading);
            }
        });
    }

    private static void one_clock_of_a_metric_is_open(TicketStory story) {
        Map<SlaMetric, List<SlaClock>> open =
                story.clocks().stream().filter(SlaClock::isOpen).collect(groupingBy(SlaClock::metric));
        assertThat(open.values()).allSatisfy(clocks -> assertThat(clocks).hasSize(1));
    }

    private static void due_is_when_the_target_is_used_up(TicketStory story) {
        for (SlaClock clock : story.clocks()) {
            ClockReading shown = clock.reading();
            Instant due = shown.dueAt();
            if (clock.state() == ClockState.RUNNING
                    && due != null
                    && due.isAfter(shown.run().since())) {
                var pace = shown.promise().pace();
                assertThat(shown.run().elapsedAt(due, pace).in(pace.kind()))
                        .isEqualTo(shown.promise().target());
            }
        }
    }

    private static void each_entry_begins_where_the_last_one_ended(List<ClockEvent> ledger) {
        Map<ClockKey, ClockEvent> last = new HashMap<>();
        for (ClockEvent event : ledger) {
            ClockEvent previous = last.put(event.clock(), event);
            if (previous != null) {
                assertThat(event.dueBefore()).isEqualTo(previous.dueAfter());
                assertThat(event.elapsed().business())
                        .isLessThanOrEqualTo(event.elapsed().calendar());
                assertThat(event.elapsed().business()).isGreaterThanOrEqualTo(Duration.ZERO);
            }
        }
    }

    private static void a_target_breaks_once(List<ClockEvent> ledger) {
        assertThat(ledger.stream()
                        .filter(event -> event.step() == ClockStep.BREACH)
                        .map(event -> event.clock() + " " + event.targetVersion()))
                .doesNotHaveDuplicates();
    }
}
