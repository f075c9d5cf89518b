package io.bilet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.Act;
import io.bilet.audit.AuditEntry;
import io.bilet.people.Actor;
import io.bilet.people.UserId;
import io.bilet.sla.policy.Elapsed;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a story gives in numbers; the table can be read and extended by whoever runs a desk. */
class TicketStoryTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final TicketId ticket = TicketId.next();
    private final List<AuditEntry> record = new ArrayList<>();
    private TicketStatus status = TicketStatus.NEW;

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(
            resources = "/report/ticket-stories.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            maxCharsPerColumn = 1_000)
    void a_story_gives_these_numbers(String openedBy, String story, String numbers, String because) {
        AuthorRole opener = AuthorRole.valueOf(openedBy);
        happen(NINE, new TicketEvent.Opened(Channel.EMAIL, opener));
        say(NINE, opener, Visibility.PUBLIC, true);
        Arrays.stream(story.split(", ")).forEach(this::happen);

        Measured measured = TicketStory.of(row(opener), record, Hours.ALWAYS);

        String told = measured.measures().stream()
                .filter(measure -> measure.kind() != MeasureKind.OPENED)
                .map(TicketStoryTest::told)
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(told)
                .as(because)
                .isEqualTo(Arrays.stream(Objects.requireNonNullElse(numbers, "").split(", "))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /** Such as {@code 10m agent}: after ten minutes an agent wrote. */
    private void happen(String step) {
        String[] words = step.strip().split(" ");
        Instant at = NINE.plus(Duration.parse("PT" + words[0].toUpperCase(Locale.ROOT)));
        switch (words[1]) {
            case "agent" -> say(at, AuthorRole.AGENT, Visibility.PUBLIC, true);
            case "asks" -> say(at, AuthorRole.REQUESTER, Visibility.PUBLIC, true);
            case "thanks" -> say(at, AuthorRole.REQUESTER, Visibility.PUBLIC, false);
            case "robot" -> say(at, AuthorRole.SYSTEM, Visibility.PUBLIC, true);
            case "note" -> say(at, AuthorRole.AGENT, Visibility.INTERNAL, true);
            default -> move(at, TicketStatus.valueOf(words[1].toUpperCase(Locale.ROOT)));
        }
    }

    private void say(Instant at, AuthorRole role, Visibility visibility, boolean needsReply) {
        happen(at, new TicketEvent.CommentAdded(CommentId.next(), role, visibility, needsReply));
    }

    private void move(Instant at, TicketStatus to) {
        happen(at, new TicketEvent.StatusChanged(status, to));
        status = to;
    }

    private void happen(Instant at, TicketEvent event) {
        Act act = new Act(Actor.user(UserId.next()), "test", at);
        record.add(new AuditEntry(ticket, record.size() + 1, event.type(), act, event.data()));
    }

    private TicketRow row(AuthorRole opener) {
        return new TicketRow(ticket, record.size(), NINE, opener, 1, false, "EMAIL", null, UUID.randomUUID());
    }

    private static String told(Measure measure) {
        Elapsed took = measure.took();
        String name = measure.kind().name().toLowerCase(Locale.ROOT);
        return took == null ? name : name + " " + took.calendar().toMinutes() + "m";
    }
}
