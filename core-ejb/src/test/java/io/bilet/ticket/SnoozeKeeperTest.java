package io.bilet.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.Interval;
import io.bilet.schedule.Week;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.TicketEvent.PromiseBroken;
import io.bilet.ticket.TicketEvent.PromiseKept;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnoozeKeeperTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY_TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final UserId ADA = UserId.next();
    private static final UserId MIRA = UserId.next();

    @Test
    void a_snoozed_ticket_lies_in_its_folder_and_what_was_promised_falls_due() {
        Ticket ticket = snoozed();

        assertThat(ticket.folder()).isEqualTo(Folder.SNOOZED);
        assertThat(due(ticket).at()).contains(TUESDAY_NOON);
        assertThat(due(ticket).metric()).contains("promised_reply_time");
        assertThat(due(ticket).byPolicy()).as("the old deadline stays visible").contains(MONDAY_NINE.plusSeconds(60));
        assertThat(ticket.snoozing().count()).isEqualTo(1);
    }

    @Test
    void it_comes_back_when_its_time_has_come_and_not_before() {
        Ticket ticket = snoozed();

        follow(ticket, TUESDAY_TEN.minusNanos(1_000));
        assertThat(ticket.folder()).isEqualTo(Folder.SNOOZED);

        follow(ticket, TUESDAY_TEN);
        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(ticket.snoozing().promisedAt())
                .as("the promise is still open")
                .contains(TUESDAY_NOON);
        assertThat(due(ticket).at()).as("in the inbox nothing earlier hides").contains(MONDAY_NINE.plusSeconds(60));
    }

    @Test
    void the_requester_wakes_it_and_a_note_does_not() {
        Ticket ticket = snoozed();

        said(ticket, AuthorRole.AGENT, Visibility.INTERNAL, MONDAY_NINE.plusSeconds(60));
        assertThat(ticket.folder()).isEqualTo(Folder.SNOOZED);

        said(ticket, AuthorRole.REQUESTER, Visibility.PUBLIC, MONDAY_NINE.plusSeconds(120));
        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(ticket.snoozing().returnAt()).isEmpty();
        assertThat(ticket.snoozing().promisedAt()).contains(TUESDAY_NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:00:00Z, kept,   while it is snoozed",
        "2026-03-03T11:00:00Z, kept,   after it came back",
        "2026-03-03T12:00:00Z, kept,   at the promised instant",
        "2026-03-03T12:00:01Z, broken, too late although nobody had noticed"
    })
    void the_first_public_answer_decides_whether_the_promise_is_kept(Instant answered, String outcome, String because) {
        Ticket ticket = snoozed();

        said(ticket, AuthorRole.AGENT, Visibility.PUBLIC, answered);
        said(ticket, AuthorRole.AGENT, Visibility.PUBLIC, answered.plusSeconds(60));

        assertThat(outcomes(ticket)).as(because).containsExactly(outcome);
        assertThat(ticket.snoozing().promisedAt()).isEmpty();
    }

    @Test
    void a_promise_that_passes_is_broken_once_and_after_a_long_night_too() {
        Ticket ticket = snoozed();

        follow(ticket, TUESDAY_NOON.plusSeconds(86_400));
        follow(ticket, TUESDAY_NOON.plusSeconds(86_401));

        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(outcomes(ticket)).containsExactly("broken");
        assertThat(ticket.snoozing().isUnderWay()).isFalse();
    }

    @Test
    void a_ticket_that_is_solved_owes_nothing_any_more() {
        Ticket ticket = snoozed();

        ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        follow(ticket, MONDAY_NINE);

        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(ticket.snoozing().isUnderWay()).isFalse();
        assertThat(outcomes(ticket)).isEmpty();
    }

    @Test
    void a_new_promise_does_not_hide_that_the_old_one_was_broken() {
        Ticket ticket = snoozed();
        Instant later = TUESDAY_NOON.plusSeconds(1);

        keeper(ticket, later).snooze(snooze(later.plusSeconds(60), later.plusSeconds(120)), WorkingHours.always());

        assertThat(outcomes(ticket)).containsExactly("broken");
        assertThat(ticket.folder()).isEqualTo(Folder.SNOOZED);
        assertThat(ticket.snoozing().count()).isEqualTo(2);
    }

    @Test
    void taking_it_back_leaves_the_promise_standing() {
        Ticket ticket = snoozed();

        keeper(ticket, MONDAY_NINE).takeBack();
        follow(ticket, MONDAY_NINE);

        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
        assertThat(ticket.snoozing().promisedAt()).contains(TUESDAY_NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, 2026-03-03T12:00:00Z, /return_at",
        "2026-03-03T10:00:00Z, 2026-03-03T10:00:00Z, /response_due_at",
        "2026-03-03T10:00:00Z, 2027-03-04T12:00:00Z, /response_due_at",
        "2026-03-03T10:00:00Z, 9999-12-31T00:00:00Z, /response_due_at"
    })
    void a_promise_that_cannot_be_kept_is_refused(Instant returnAt, Instant due, String pointer) {
        Ticket ticket = held();

        assertThatThrownBy(() -> keeper(ticket, MONDAY_NINE).snooze(snooze(returnAt, due), WorkingHours.always()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).pointer()).isEqualTo(pointer));
        assertThat(ticket.folder()).isEqualTo(Folder.INBOX);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T18:00:00Z, 2026-03-04T08:00:00Z, after closing",
        "2026-03-04T07:59:59Z, 2026-03-04T08:00:00Z, before opening",
        "2026-03-06T17:00:00Z, 2026-03-09T08:00:00Z, over a weekend",
        "2026-03-28T12:00:00Z, 2026-03-30T07:00:00Z, over the change to summer time"
    })
    void nobody_can_promise_to_answer_when_nobody_is_there(Instant due, String opening, String because) {
        Ticket ticket = held();

        assertThatThrownBy(() -> keeper(ticket, MONDAY_NINE).snooze(snooze(TUESDAY_TEN, due), office()))
                .as(because)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the next opening is at " + opening);
    }

    @Test
    void the_closing_instant_can_be_promised() {
        Instant closing = Instant.parse("2026-03-03T16:00:00Z");

        assertThat(keptBy(closing)).contains(closing);
    }

    private static Optional<Instant> keptBy(Instant due) {
        Ticket ticket = held();
        keeper(ticket, MONDAY_NINE).snooze(snooze(TUESDAY_TEN, due), office());
        return ticket.snoozing().promisedAt();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOLVED", "CLOSED"})
    void what_is_settled_cannot_be_snoozed(TicketStatus settled) {
        Ticket ticket = held();
        ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        ticket.moveTo(settled, MONDAY_NINE);

        assertThatThrownBy(() ->
                        keeper(ticket, MONDAY_NINE).snooze(snooze(TUESDAY_TEN, TUESDAY_NOON), WorkingHours.always()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_nobody_owns_cannot_be_snoozed() {
        Ticket ticket = held();
        ticket.unassign(UnassignedReason.RELEASED, MONDAY_NINE);

        assertThatThrownBy(() ->
                        keeper(ticket, MONDAY_NINE).snooze(snooze(TUESDAY_TEN, TUESDAY_NOON), WorkingHours.always()))
                .isInstanceOf(Conflict.class);
    }

    private static WorkingHours office() {
        Map<DayOfWeek, List<Interval>> week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(Collectors.toMap(Function.identity(), day -> List.of(Interval.parse("09:00", "17:00", ""))));
        return new WorkingHours(ZoneId.of("Europe/Berlin"), new Week(week), Set.of());
    }

    private static List<String> outcomes(Ticket ticket) {
        return ticket.happenings().pending().stream()
                .filter(event -> event instanceof PromiseKept || event instanceof PromiseBroken)
                .map(event -> event.type().replace("ticket.promise_", ""))
                .toList();
    }

    private static Due due(Ticket ticket) {
        return ticket.snoozing().due(ticket.due(), QUARTER);
    }

    private static void follow(Ticket ticket, Instant now) {
        keeper(ticket, now).follow();
    }

    private static SnoozeKeeper keeper(Ticket ticket, Instant now) {
        return new SnoozeKeeper(ticket, now);
    }

    private static Snooze snooze(Instant returnAt, Instant due) {
        return new Snooze(returnAt, due, "The part arrives on Tuesday.");
    }

    private static Ticket snoozed() {
        Ticket ticket = held();
        keeper(ticket, MONDAY_NINE).snooze(snooze(TUESDAY_TEN, TUESDAY_NOON), WorkingHours.always());
        ticket.happenings().take();
        return ticket;
    }

    private static Ticket held() {
        Ticket ticket = Ticket.open(
                new Opening(
                        TicketId.next(),
                        "Printer on fire",
                        ADA,
                        null,
                        BrandId.next(),
                        Channel.EMAIL,
                        AuthorRole.REQUESTER,
                        TicketPriority.NORMAL,
                        null,
                        null,
                        null,
                        null),
                MONDAY_NINE);
        ticket.assign(MIRA, MONDAY_NINE);
        ticket.due(Due.by(MONDAY_NINE.plusSeconds(60), "first_reply_time", MONDAY_NINE));
        ticket.happenings().take();
        return ticket;
    }

    private static void said(Ticket ticket, AuthorRole role, Visibility visibility, Instant at) {
        var author = new Comment.Author(ADA, role, Channel.EMAIL);
        var comment = new Comment(CommentId.next(), ticket.id(), author, visibility, CommentText.plain("Hello"), at);
        ticket.comment(comment, role == AuthorRole.REQUESTER, at);
        follow(ticket, at);
    }
}
