package io.bilet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void whole_days_close_from_the_first_to_the_last() throws IOException {
        assertThat(read("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Between\\, the years"))
                .containsExactly(
                        new Holiday(LocalDate.of(2026, 12, 24), "Between, the years"),
                        new Holiday(LocalDate.of(2026, 12, 25), "Between, the years"),
                        new Holiday(LocalDate.of(2026, 12, 26), "Between, the years"));
    }

    @Test
    void what_comes_every_year_comes_in_the_years_around_now() throws IOException {
        assertThat(read("DTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY"))
                .extracting(Holiday::date)
                .containsExactly(
                        LocalDate.of(2025, 5, 1),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2027, 5, 1),
                        LocalDate.of(2028, 5, 1),
                        LocalDate.of(2029, 5, 1),
                        LocalDate.of(2030, 5, 1),
                        LocalDate.of(2031, 5, 1));
    }

    @Test
    void an_event_with_a_time_of_day_closes_nothing() throws IOException {
        assertThat(read("DTSTART:20261224T100000Z\nDTEND:20261224T110000Z\nSUMMARY:Meeting"))
                .isEmpty();
    }

    @Test
    void a_day_without_a_name_is_closed_all_the_same() throws IOException {
        assertThat(read("DTSTART;VALUE=DATE:20261224"))
                .containsExactly(new Holiday(LocalDate.of(2026, 12, 24), "Closed"));
    }

    @Test
    void what_is_no_calendar_is_refused_in_words() {
        assertThatThrownBy(() -> FeedDates.read("<html>Log in</html>", TODAY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("iCalendar");
    }

    @Test
    void a_feed_that_closes_every_day_is_refused() {
        assertThatThrownBy(() -> read("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY"))
                .isInstanceOf(IOException.class);
    }

    private static List<Holiday> read(String event) throws IOException {
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test//EN
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                %s
                END:VEVENT
                END:VCALENDAR
                """.formatted(event).replace("\n", "\r\n");
        return FeedDates.read(file, TODAY);
    }
}
