package io.bilet.rest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.api.v1.model.Holiday;
import io.bilet.api.v1.model.NewHolidayFeed;
import io.bilet.api.v1.model.NewSchedule;
import io.bilet.api.v1.model.Week;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.Patch;
import io.bilet.schedule.Schedule;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");

    @Test
    void a_schedule_is_shown_as_it_was_taken() {
        NewSchedule body = office();

        var shown = ScheduleJson.of(new Schedule(ScheduleId.next(), ScheduleJson.toProfile(body), NOW));

        assertThat(shown.getName()).isEqualTo("Istanbul office");
        assertThat(shown.getTimeZone()).isEqualTo("Europe/Istanbul");
        assertThat(shown.getIntervals()).isEqualTo(body.getIntervals());
        assertThat(shown.getHolidays()).isEqualTo(body.getHolidays());
    }

    @Test
    void a_patch_replaces_the_days_it_names_and_closes_those_it_clears() {
        ScheduleProfile patched = patched("""
                {"intervals": {"mon": null, "fri": [["22:00", "06:00"]]}}""");

        var week = WeekJson.of(patched.week());
        assertThat(week.getMon()).isNull();
        assertThat(week.getTue()).isEqualTo(List.of(List.of("09:00", "24:00")));
        assertThat(week.getFri()).isEqualTo(List.of(List.of("22:00", "06:00")));
    }

    @Test
    void a_patch_leaves_what_it_does_not_name() {
        ScheduleProfile present = ScheduleJson.toProfile(office());

        assertThat(patched("{}")).isEqualTo(present);
        assertThat(patched("{\"name\": \"Office\"}").week()).isEqualTo(present.week());
    }

    @Test
    void a_patch_replaces_the_holidays_as_a_whole() {
        ScheduleProfile patched = patched("""
                {"holidays": [{"date": "2027-01-01", "name": "New Year"}]}""");

        assertThat(patched.holidays())
                .containsExactly(new io.bilet.schedule.Holiday(LocalDate.parse("2027-01-01"), "New Year"));
    }

    @Test
    void another_list_of_feeds_leaves_the_rest() {
        ScheduleProfile present = ScheduleJson.toProfile(office());
        String url = "https://calendar.example/closed.ics";

        ScheduleProfile fed = ScheduleJson.fedBy(present, List.of(new NewHolidayFeed().url(url)));

        assertThat(fed.publicHolidays().feeds()).containsExactly(url);
        assertThat(ScheduleJson.fedBy(fed, List.of())).isEqualTo(present);
    }

    @Test
    void a_patch_replaces_other_hours_on_dates_as_a_whole() {
        ScheduleProfile patched = patched("""
                {"exceptions": [{"date": "2026-12-24", "name": "Eve", "intervals": [["09:00", "12:00"]]}]}""");

        assertThat(DatedHoursJson.of(patched.exceptions()))
                .singleElement()
                .satisfies(eve -> assertThat(eve.getIntervals()).isEqualTo(List.of(List.of("09:00", "12:00"))));
        assertThat(patched("{\"exceptions\": []}").exceptions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00, an interval cannot end when it starts",
        "9:00, 18:00, hours have two digits",
        "24:00, 06:00, 24:00 ends a day and starts none"
    })
    void a_wrong_interval_is_named_by_its_pointer(String opens, String closes, String because) {
        NewSchedule body = office();
        body.getIntervals().setFri(List.of(List.of("08:00", "09:00"), List.of(opens, closes)));

        assertThatThrownBy(() -> ScheduleJson.toProfile(body))
                .as(because)
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/intervals/fri/1"));
    }

    private static ScheduleProfile patched(String patch) {
        return ScheduleJson.patched(
                ScheduleJson.toProfile(office()),
                new Patch(Json.createReader(new StringReader(patch)).readObject()));
    }

    private static NewSchedule office() {
        return new NewSchedule()
                .name("Istanbul office")
                .timeZone("Europe/Istanbul")
                .intervals(new Week()
                        .mon(List.of(List.of("09:00", "12:00"), List.of("13:00", "18:00")))
                        .tue(List.of(List.of("09:00", "24:00"))))
                .holidays(List.of(
                        new Holiday().date(LocalDate.parse("2026-10-29")).name("Republic Day")));
    }
}
