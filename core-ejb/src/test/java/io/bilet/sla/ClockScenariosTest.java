package io.bilet.sla;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Due;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the clocks to {@code clock-scenarios.md}. */
class ClockScenariosTest {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** One row of the page, under the policy its section names. */
    record Row(String policy, String start, String happened, String clocks, String due, String because) {

        @Override
        public String toString() {
            return policy + ", " + start + ": " + because;
        }
    }

    static Stream<Row> rows() throws IOException {
        String page;
        try (var in = Objects.requireNonNull(ClockScenariosTest.class.getResourceAsStream("/sla/clock-scenarios.md"))) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Row> rows = new ArrayList<>();
        String policy = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                policy = line.substring(3);
            } else if (line.matches("\\| \\d.*")) {
                String[] cells =
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
                rows.add(new Row(policy, cells[1], cells[2], cells[3], cells[4], cells[5]));
            }
        }
        return rows.stream();
    }

    @Test
    void the_page_is_read_whole() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void clocks_do_what_the_page_says(Row row) {
        ZoneId zone = TestPolicies.zoneOf(row.policy());
        var teller = new Teller(row, zone);

        teller.tell(row.happened());

        assertThat(shown(teller.story.clocks(), zone)).as(row.because()).isEqualTo(row.clocks());
        assertThat(shown(teller.story.due(teller.now), zone)).as(row.because()).isEqualTo(row.due());
    }

    private static final class Teller {

        private final ZoneId zone;
        private final TicketStory story;
        private Instant now;

        Teller(Row row, ZoneId zone) {
            this.zone = zone;
            this.now = at(row.start().substring(0, 11));
            String rest = row.start().substring(11).strip();
            story = new TicketStory(
                    TestPolicies.named(row.policy()),
                    now,
                    priority(rest),
                    rest.equals("by agent") ? AuthorRole.AGENT : AuthorRole.REQUESTER,
                    rest.equals("as spam") ? Folder.SPAM : rest.equals("as archived") ? Folder.ARCHIVE : Folder.INBOX);
        }

        private static TicketPriority priority(String word) {
            return Arrays.stream(TicketPriority.values())
                    .filter(priority -> priority.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(TicketPriority.NORMAL);
        }

        private Instant at(String monthDayTime) {
            return LocalDateTime.parse("2026-" + monthDayTime.replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        }

        void tell(String happened) {
            for (String event : happened.isEmpty() ? new String[0] : happened.split("; ")) {
                boolean dated = event.charAt(2) == '-';
                String today = SHOWN.format(now.atZone(zone)).substring(0, 6);
                String when = dated ? event.substring(0, 11) : today + event.substring(0, 5);
                now = at(when);
                happen(event.substring(dated ? 12 : 6));
            }
        }

        private void happen(String what) {
            if (what.equals("look")) {
                story.look(now);
            } else if (what.equals("hours until four")) {
                story.comesUnder(TestPolicies.officeClosingAtFourFrom(now), now);
            } else if (what.startsWith("policy ")) {
                story.comesUnder(TestPolicies.named(what.substring(7)), now);
            } else {
                story.happens(what, now);
            }
        }
    }

    private static String shown(List<SlaClock> clocks, ZoneId zone) {
        return clocks.stream()
                .sorted(Comparator.comparing(SlaClock::metric)
                        .thenComparing(clock -> clock.key().cycle()))
                .map(clock -> shown(clock, zone))
                .collect(joining("; "));
    }

    private static String shown(SlaClock clock, ZoneId zone) {
        ClockReading reading = clock.reading();
        Duration elapsed = reading.run().before().in(reading.promise().pace().kind());
        String state =
                switch (clock.state()) {
                    case RUNNING ->
                        clock.dueAt().map(due -> "due " + shown(due, zone)).orElse("runs");
                    case PAUSED -> "rests after " + shown(elapsed);
                    case FULFILLED -> "met after " + shown(elapsed);
                    case CANCELLED -> "off after " + shown(elapsed);
                };
        int cycle = clock.key().cycle();
        Instant breachedAt = reading.breachedAt();
        return name(clock.metric().name())
                + (cycle == 1 ? " " : " " + cycle + " ")
                + state
                + (breachedAt == null ? "" : ", broken " + shown(breachedAt, zone));
    }

    private static String shown(Due due, ZoneId zone) {
        return due.at()
                .map(at -> shown(at, zone) + " " + name(due.metric().orElseThrow()))
                .orElseGet(() -> "none, " + due.noDueReason().orElseThrow().replace('_', ' '));
    }

    private static String shown(Instant instant, ZoneId zone) {
        return SHOWN.format(instant.atZone(zone));
    }

    private static String shown(Duration elapsed) {
        return elapsed.toMinutesPart() > 0 || elapsed.isZero() ? elapsed.toMinutes() + "m" : elapsed.toHours() + "h";
    }

    private static String name(String metric) {
        String lower = metric.toLowerCase(Locale.ROOT);
        return lower.startsWith("total_") ? "resolution" : lower.substring(0, lower.indexOf('_'));
    }
}
