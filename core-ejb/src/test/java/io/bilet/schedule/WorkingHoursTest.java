package io.bilet.schedule;

import static io.bilet.schedule.Hours.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private static final Map<String, WorkingHours> SCHEDULES = Map.ofEntries(
            Map.entry("office", hours("Europe/Berlin", "mon-fri 09:00-17:00", "2026-12-25", "2027-01-01")),
            Map.entry(
                    "lunch",
                    hours("Europe/Istanbul", "mon-fri 09:00-12:00 13:00-18:00; sat 09:00-12:00", "2026-10-29")),
            Map.entry("night", hours("Europe/Berlin", "mon-thu 22:00-06:00; fri 22:00-24:00", "2026-11-25")),
            Map.entry("sunday-night", hours("Europe/Berlin", "sun 20:00-04:00")),
            Map.entry("day-and-night", hours("Europe/Berlin", "mon-sun 00:00-24:00")),
            Map.entry("closed-christmas", hours("Europe/Berlin", "mon-sun 00:00-24:00", "2026-12-25", "2026-12-26")),
            Map.entry("early", hours("Europe/Berlin", "sun 02:30-05:00")),
            Map.entry("early-shifts", hours("Europe/Berlin", "sun 01:00-02:30 03:00-04:00")),
            Map.entry("twice", hours("Europe/Berlin", "sun 01:00-02:30")),
            Map.entry("new-york", hours("America/New_York", "mon-fri 09:00-17:00; sun 00:00-06:00")),
            Map.entry("lord-howe", hours("Australia/Lord_Howe", "mon-sun 00:00-24:00")),
            Map.entry("kathmandu", hours("Asia/Kathmandu", "sun-sun 10:00-17:00; mon-thu 10:00-17:00")),
            Map.entry("apia", hours("Pacific/Apia", "mon-sun 00:00-24:00")),
            Map.entry("cairo", hours("Africa/Cairo", "fri 00:00-08:00")),
            Map.entry("weekly", hours("America/Los_Angeles", "thu 13:00-13:30")));

    @ParameterizedTest(name = "{0}: {2} after {1} is {3} ({4})")
    @CsvSource({
        "office, 2026-03-02T10:00+01:00, PT4H, 2026-03-02T14:00+01:00, within one day",
        "office, 2026-03-06T15:00+01:00, PT4H, 2026-03-09T11:00+01:00, over the weekend",
        "office, 2026-03-07T12:00+01:00, PT30M, 2026-03-09T09:30+01:00, started on a Saturday",
        "office, 2026-03-02T07:00+01:00, PT1H, 2026-03-02T10:00+01:00, started before opening",
        "office, 2026-03-02T17:00+01:00, PT1H, 2026-03-03T10:00+01:00, started at closing",
        "office, 2026-03-02T09:00+01:00, PT8H, 2026-03-02T17:00+01:00, exactly one day is due at closing",
        "office, 2026-03-02T16:59:59.999999+01:00, PT0.000001S, 2026-03-02T17:00+01:00, the last microsecond of a day",
        "office, 2026-03-02T16:59:59.999999+01:00, PT0.000002S, 2026-03-03T09:00:00.000001+01:00, one microsecond more",
        "office, 2026-03-02T09:00+01:00, PT8H0.000001S, 2026-03-03T09:00:00.000001+01:00, a day and a microsecond",
        "office, 2026-03-02T09:00+01:00, PT40H, 2026-03-06T17:00+01:00, a week is due on Friday at closing",
        "office, 2026-03-27T16:00+01:00, PT2H, 2026-03-30T10:00+02:00, over the change to summer time",
        "office, 2026-10-23T16:00+02:00, PT2H, 2026-10-26T10:00+01:00, over the change to winter time",
        "office, 2026-12-24T16:00+01:00, PT2H, 2026-12-28T10:00+01:00, over a holiday and a weekend",
        "office, 2026-12-25T10:00+01:00, PT1H, 2026-12-28T10:00+01:00, started on a holiday",
        "office, 2026-12-31T16:00+01:00, PT2H, 2027-01-04T10:00+01:00, over the new year",
        "office, 2026-03-07T12:00+01:00, PT0S, 2026-03-07T12:00+01:00, no target is due at once even when closed",
        "office, 2026-03-02T09:00+01:00, PT2080H, 2027-03-02T17:00+01:00, 260 working days and two holidays in between",
        "lunch, 2026-11-20T11:30+03:00, PT1H, 2026-11-20T13:30+03:00, over the lunch break",
        "lunch, 2026-11-20T12:10+03:00, PT1H, 2026-11-20T14:00+03:00, started in the lunch break",
        "lunch, 2026-11-20T09:00+03:00, PT3H, 2026-11-20T12:00+03:00, the morning is due before lunch",
        "lunch, 2026-11-20T17:30+03:00, PT2H, 2026-11-21T10:30+03:00, Saturday is half a day",
        "lunch, 2026-11-21T11:00+03:00, PT2H, 2026-11-23T10:00+03:00, Saturday afternoon is closed",
        "lunch, 2026-10-28T17:00+03:00, PT2H, 2026-10-30T10:00+03:00, over Republic Day",
        "night, 2026-11-23T23:00+01:00, PT3H, 2026-11-24T02:00+01:00, a shift runs into the next morning",
        "night, 2026-11-23T12:00+01:00, PT8H, 2026-11-24T06:00+01:00, a whole shift is due at its end",
        "night, 2026-11-24T05:00+01:00, PT2H, 2026-11-24T23:00+01:00, from one night to the next",
        "night, 2026-11-24T23:00+01:00, PT2H, 2026-11-26T01:00+01:00, the holiday closes the morning of the shift before it",
        "night, 2026-11-25T23:00+01:00, PT1H, 2026-11-26T01:00+01:00, the shift begun on the holiday opens after midnight",
        "night, 2026-11-27T23:00+01:00, PT2H, 2026-11-30T23:00+01:00, Friday ends at midnight",
        "sunday-night, 2026-11-23T03:00+01:00, PT2H, 2026-11-29T21:00+01:00, Sunday night reaches into Monday",
        "day-and-night, 2026-03-28T12:00+01:00, PT24H, 2026-03-29T13:00+02:00, a day of 23 hours",
        "day-and-night, 2026-10-24T12:00+02:00, PT24H, 2026-10-25T11:00+01:00, a day of 25 hours",
        "day-and-night, 2026-12-31T23:00+01:00, PT8761H, 2028-01-01T00:00+01:00, through a whole year",
        "day-and-night, 2028-02-28T12:00+01:00, PT48H, 2028-03-01T12:00+01:00, over a leap day",
        "closed-christmas, 2026-12-24T23:00+01:00, PT2H, 2026-12-27T01:00+01:00, two days closed in a row",
        "early, 2027-03-28T00:00+01:00, PT1H, 2027-03-28T04:00+02:00, an opening that does not exist slides forward",
        "early, 2026-10-25T00:00+02:00, PT1H, 2026-10-25T03:00+01:00, what the wall clock shows twice is open twice",
        "early-shifts, 2027-03-28T00:00+01:00, PT2H, 2027-03-28T04:00+02:00, a closing that does not exist ends at the gap",
        "twice, 2026-10-25T00:00+02:00, PT2H, 2026-10-25T02:30+01:00, half past two comes twice",
        "new-york, 2026-10-30T16:00-04:00, PT2H, 2026-11-01T01:00-04:00, from Friday to Sunday morning",
        "new-york, 2026-11-01T00:00-04:00, PT7H, 2026-11-01T06:00-05:00, six hours by the wall clock are seven",
        "new-york, 2026-03-08T00:00-05:00, PT5H, 2026-03-08T06:00-04:00, six hours by the wall clock are five",
        "lord-howe, 2026-10-04T00:00+10:30, PT24H, 2026-10-05T00:30+11:00, the clock moves by half an hour",
        "lord-howe, 2026-04-05T00:00+11:00, PT24H, 2026-04-05T23:30+10:30, and back by half an hour",
        "kathmandu, 2026-11-19T16:30+05:45, PT1H, 2026-11-22T10:30+05:45, an offset of quarter hours and a free Friday",
        "apia, 2011-12-29T12:00-10:00, PT24H, 2011-12-31T12:00+14:00, the island skipped a day",
        "cairo, 2026-04-23T12:00+02:00, PT1H, 2026-04-24T02:00+03:00, midnight itself does not exist",
        "weekly, 2026-11-23T00:00-08:00, PT1H, 2026-12-03T13:30-08:00, half an hour a week",
        "weekly, 2026-11-26T13:15-08:00, PT26H, 2027-11-25T13:15-08:00, a year of half hours",
    })
    void business_time_skips_what_does_not_count(
            String schedule, String start, Duration target, String due, String because) {
        Instant from = instant(start);

        Instant answer = SCHEDULES.get(schedule).add(from, target);

        assertThat(answer).as(because).isEqualTo(instant(due));
        assertThat(SCHEDULES.get(schedule).between(from, answer)).as(because).isEqualTo(target);
    }

    @ParameterizedTest(name = "{0}: from {1} to {2} {3} pass ({4})")
    @CsvSource({
        "office, 2026-03-02T17:00+01:00, 2026-03-03T09:00+01:00, PT0S, a night",
        "office, 2026-03-02T12:00+01:00, 2026-03-02T10:00+01:00, PT0S, time does not run backwards",
        "office, 2026-12-21T00:00+01:00, 2026-12-28T00:00+01:00, PT32H, a week with a holiday",
        "office, 2025-01-01T00:00+01:00, 2026-01-01T00:00+01:00, PT2088H, 261 working days",
        "lunch, 2026-11-20T12:00+03:00, 2026-11-20T13:00+03:00, PT0S, the lunch break",
        "night, 2026-11-24T00:00+01:00, 2026-11-27T00:00+01:00, PT16H, three dates of which one is a holiday",
        "apia, 2011-12-30T00:00-10:00, 2011-12-31T00:00+14:00, PT0S, the day that never was",
    })
    void only_open_time_passes(String schedule, String start, String end, Duration passed, String because) {
        assertThat(SCHEDULES.get(schedule).between(instant(start), instant(end)))
                .as(because)
                .isEqualTo(passed);
    }

    @ParameterizedTest(name = "{0}: {1} is open: {2} ({3})")
    @CsvSource({
        "office, 2026-03-02T09:00+01:00, true, opens on the minute",
        "office, 2026-03-02T17:00+01:00, false, closed at closing",
        "office, 2026-03-02T16:59:59.999999+01:00, true, open until then",
        "office, 2026-12-25T12:00+01:00, false, a holiday",
        "night, 2026-11-24T03:00+01:00, true, the tail of a shift",
        "night, 2026-11-25T03:00+01:00, false, the tail of a shift on a holiday",
        "night, 2026-11-26T03:00+01:00, true, the tail of the holiday's own shift",
        "day-and-night, 2027-01-01T00:00Z, true, the turn of the year",
    })
    void a_schedule_says_whether_it_is_open(String schedule, String at, boolean open, String because) {
        assertThat(SCHEDULES.get(schedule).isOpen(instant(at))).as(because).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: after {1} it opens at {2} ({3})")
    @CsvSource({
        "office, 2026-03-02T12:00+01:00, 2026-03-02T12:00+01:00, it is open",
        "office, 2026-03-06T17:00+01:00, 2026-03-09T09:00+01:00, closing is closed",
        "office, 2026-12-31T18:00+01:00, 2027-01-04T09:00+01:00, the next year",
        "early, 2027-03-28T00:00+01:00, 2027-03-28T03:00+02:00, half past two does not exist",
    })
    void a_schedule_knows_when_it_opens_next(String schedule, String at, String opens, String because) {
        assertThat(SCHEDULES.get(schedule).nextOpening(instant(at))).as(because).contains(instant(opens));
    }

    @Test
    void time_that_always_counts_is_plain_time() {
        Instant start = Instant.parse("2026-11-22T06:30:00.000001Z");

        assertThat(WorkingHours.always().add(start, Duration.ofDays(3_650)))
                .isEqualTo(start.plus(Duration.ofDays(3_650)));
    }

    @Test
    void a_schedule_that_never_opens_has_no_answer() {
        WorkingHours never = hours("UTC", "mon");

        assertThat(never.nextOpening(Instant.EPOCH)).isEmpty();
        assertThatThrownBy(() -> never.add(Instant.EPOCH, Duration.ofSeconds(1)))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-1000000000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2300-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
    })
    void instants_beyond_the_supported_years_are_refused(String at) {
        Instant beyond = Instant.parse(at);

        assertThatThrownBy(() -> WorkingHours.always().add(beyond, Duration.ofHours(1)))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WorkingHours.always().between(beyond, beyond)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WorkingHours.always().isOpen(beyond)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_target_beyond_the_supported_years_is_refused() {
        assertThatThrownBy(() -> WorkingHours.always().add(Instant.EPOCH, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(DateTimeException.class);
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
