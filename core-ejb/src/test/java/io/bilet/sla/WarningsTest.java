package io.bilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.sla.policy.WarningStep.BeforeDue;
import io.bilet.sla.policy.WarningStep.Share;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The office policy, four hours for the first reply, warns at half time and half an hour before. */
class WarningsTest {

    private final TicketStory story = new TicketStory(
            TestPolicies.officeWarning(new Share(50), new BeforeDue(Duration.ofMinutes(30))),
            at("2026-03-02T09:00"),
            TicketPriority.NORMAL,
            AuthorRole.REQUESTER,
            Folder.INBOX);

    @Test
    void each_warning_sounds_once_and_with_its_own_time() {
        story.look(at("2026-03-02T11:00"));
        story.look(at("2026-03-02T11:01"));
        story.look(at("2026-03-02T11:02"));
        story.look(at("2026-03-02T12:45"));

        assertThat(said()).containsExactly("WARN 50% 2026-03-02T10:00:00Z", "WARN PT30M 2026-03-02T11:30:00Z");
    }

    @Test
    void a_late_look_says_only_what_matters_now() {
        story.look(at("2026-03-02T12:45"));

        assertThat(said()).containsExactly("WARN PT30M 2026-03-02T11:30:00Z");
    }

    @Test
    void after_the_breach_nobody_needs_a_warning() {
        story.look(at("2026-03-02T14:00"));

        assertThat(said()).containsExactly("BREACH null 2026-03-02T12:00:00Z");
    }

    @Test
    void warnings_of_a_clock_that_rests_wait_with_it() {
        story.happens("answer", at("2026-03-02T10:00"));
        story.happens("asks", at("2026-03-02T10:00"));
        story.happens("pending", at("2026-03-02T11:00"));
        story.look(at("2026-03-02T16:00"));
        story.happens("open", at("2026-03-03T09:00"));
        story.look(at("2026-03-03T10:01"));

        assertThat(said()).containsExactly("WARN 50% 2026-03-03T09:00:00Z");
    }

    @Test
    void a_rest_does_not_repeat_a_warning() {
        story.happens("answer", at("2026-03-02T10:00"));
        story.happens("asks", at("2026-03-02T10:00"));
        story.look(at("2026-03-02T12:30"));
        story.happens("pending", at("2026-03-02T12:30"));
        story.happens("open", at("2026-03-02T13:00"));
        story.look(at("2026-03-02T13:01"));

        assertThat(said()).containsExactly("WARN 50% 2026-03-02T11:00:00Z");
    }

    @Test
    void a_raise_that_leaves_little_time_warns_at_once() {
        story.happens("high", at("2026-03-02T10:45"));
        story.look(at("2026-03-02T10:46"));

        assertThat(said()).containsExactly("WARN PT30M 2026-03-02T09:30:00Z");
    }

    @Test
    void a_warning_longer_than_the_target_never_sounds() {
        var hasty = new TicketStory(
                TestPolicies.officeWarning(new BeforeDue(Duration.ofHours(5))),
                at("2026-03-02T09:00"),
                TicketPriority.NORMAL,
                AuthorRole.REQUESTER,
                Folder.INBOX);

        hasty.look(at("2026-03-02T12:59"));

        assertThat(hasty.ledger()).extracting(ClockEvent::step).containsOnly(ClockStep.START);
    }

    @Test
    void what_a_clock_has_still_to_say_survives_being_stored() {
        var warnings = story.clocks().get(0).reading().warnings();

        assertThat(warnings.upcoming()).hasSize(2);
        assertThat(Warnings.ofText(warnings.toText())).isEqualTo(warnings);
        assertThat(Warnings.ofText("")).isEqualTo(Warnings.NONE);
    }

    /** What the reply clocks said by themselves. */
    private List<String> said() {
        return story.ledger().stream()
                .filter(event -> event.clock().metric().endsWithReply())
                .filter(event -> event.cause() == ClockCause.TIME_PASSED)
                .map(event -> event.step() + " " + event.warning() + " " + event.at())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TestPolicies.BERLIN).toInstant();
    }
}
