package io.bilet.schedule;

import static io.bilet.schedule.Hours.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest(name = "{0}-{1}: {2}")
    @CsvSource({
        "09:00, 09:00, empty_interval",
        "00:00, 00:00, empty_interval",
        "24:00, 06:00, invalid_time",
        "24:00, 24:00, invalid_time",
        "9:00, 17:00, invalid_time",
        "09:00, 24:01, invalid_time",
        "25:00, 26:00, invalid_time",
        "09:60, 10:00, invalid_time",
        "'09:00 ', 10:00, invalid_time",
        "'', 10:00, invalid_time",
        "０９:００, 10:00, invalid_time",
    })
    void what_is_no_interval_is_refused(String opens, String closes, String code) {
        assertThatThrownBy(() -> Interval.parse(opens, closes, "/intervals/mon/0"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("/intervals/mon/0", code)));
    }

    @ParameterizedTest(name = "{0} overlaps on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mon 09:00-12:00 11:59-18:00|/intervals/mon",
                "mon 09:00-12:00 09:00-12:00|/intervals/mon",
                "mon 11:00-18:00 09:00-12:00|/intervals/mon",
                "mon 22:00-06:00; tue 05:00-09:00|/intervals/tue",
                "mon 05:00-09:00; sun 22:00-06:00|/intervals/mon",
                "mon 22:00-06:00 23:00-23:30|/intervals/mon",
                "mon 00:00-24:00; sun 23:00-00:01|/intervals/mon",
            })
    void intervals_that_overlap_are_refused(String week, String pointer) {
        assertThatThrownBy(() -> week(week))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon 09:00-12:00 12:00-18:00",
                "mon 13:00-18:00 09:00-12:00",
                "mon 22:00-06:00; tue 06:00-09:00",
                "mon 22:00-00:00; tue 00:00-06:00",
                "mon-sun 00:00-24:00",
                "mon-sun 22:00-21:00",
            })
    void intervals_that_touch_are_fine(String week) {
        Week parsed = week(week);

        assertThat(new WeekColumn().convertToEntityAttribute(new WeekColumn().convertToDatabaseColumn(parsed)))
                .isEqualTo(parsed);
    }

    @Test
    void more_than_twenty_intervals_a_day_are_refused() {
        String day = "mon "
                + String.join(
                        " ",
                        IntStream.range(0, 21)
                                .mapToObj("%02d:00-%1$02d:30"::formatted)
                                .toList());

        assertThatThrownBy(() -> week(day)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_schedule_that_never_opens_is_refused() {
        ScheduleProfile closed =
                new ScheduleProfile("Closed", ZoneOffset.UTC, week("mon"), List.of(), List.of(), PublicHolidays.NONE);

        assertThatThrownBy(() -> new Schedule(ScheduleId.next(), closed, NOW))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::code)
                        .containsExactly("never_open"));
    }

    @Test
    void a_schedule_that_holidays_close_for_five_years_is_refused() {
        List<Holiday> everyThursday = IntStream.range(0, 300)
                .mapToObj(week -> new Holiday(LocalDate.of(2026, 11, 26).plusWeeks(week), "Thursday"))
                .toList();
        ScheduleProfile profile = new ScheduleProfile(
                "T", ZoneOffset.UTC, week("thu 09:00-10:00"), everyThursday, List.of(), PublicHolidays.NONE);

        assertThatThrownBy(() -> new Schedule(ScheduleId.next(), profile, NOW)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_date_is_a_holiday_once() {
        Holiday holiday = new Holiday(LocalDate.of(2026, 12, 25), "Christmas");

        assertThatThrownBy(() -> new ScheduleProfile(
                        "Twice",
                        ZoneOffset.UTC,
                        week("mon 09:00-10:00"),
                        Collections.nCopies(2, holiday),
                        List.of(),
                        PublicHolidays.NONE))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/holidays/1/date"));
    }

    @Test
    void other_hours_on_a_date_do_not_overlap_and_name_each_date_once() {
        LocalDate eve = LocalDate.of(2026, 12, 24);
        var overlapping = new DatedHours(eve, "Christmas Eve", List.of(new Interval(540, 720), new Interval(700, 800)));
        var shortened = new DatedHours(eve, "Christmas Eve", List.of(new Interval(540, 720)));

        assertThatThrownBy(() -> with(List.of(overlapping)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("/exceptions/0/intervals", "overlap")));
        assertThatThrownBy(() -> with(List.of(shortened, shortened)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/exceptions/1/date"));
    }

    private static ScheduleProfile with(List<DatedHours> exceptions) {
        return new ScheduleProfile(
                "E", ZoneOffset.UTC, week("mon 09:00-10:00"), List.of(), exceptions, PublicHolidays.NONE);
    }
}
