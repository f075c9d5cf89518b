package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules, and the time that counts by them. */
@Journey
class SchedulesIT {

    @Test
    void questions_are_answered_in_their_order() {
        String office = created(schedule("{'mon': [['09:00', '12:00'], ['13:00', '18:00']]}", "[]"));

        JsonObject answers = calculated(office, """
                {'items': [{'start': '2026-11-23T08:00:00Z', 'business_seconds': 10800},
                           {'start': '2026-11-23T00:00:00Z', 'end': '2026-11-24T00:00:00Z'}]}""");

        assertThat(answers).isEqualTo(json("""
                {'items': [{'due': '2026-11-23T12:00:00Z'}, {'business_seconds': 28800}]}"""));
    }

    @Test
    void a_holiday_closes_its_date_at_once() {
        String office = created(schedule("{'mon': [['09:00', '18:00']]}", "[]"));
        JsonObject holidays = json("{'items': [{'date': '2026-11-23', 'name': 'Closed'}]}");
        String etag = admin().tryGet("schedules/" + office).header("ETag");

        assertThat(admin().put("schedules/" + office + "/holidays", holidays, etag)
                        .status())
                .isEqualTo(200);

        assertThat(calculated(office, """
                {'items': [{'start': '2026-11-23T00:00:00Z', 'end': '2026-11-24T00:00:00Z'}]}""")).isEqualTo(json("{'items': [{'business_seconds': 0}]}"));
    }

    @Test
    void a_patch_closes_the_day_it_clears_and_leaves_the_rest() {
        String office = created(schedule("{'mon': [['09:00', '18:00']], 'fri': [['09:00', '24:00']]}", "[]"));

        JsonObject patched = admin().patch("schedules/" + office, json("{'intervals': {'mon': null}}"))
                .json();

        assertThat(patched.getJsonObject("intervals")).isEqualTo(json("{'fri': [['09:00', '24:00']]}"));
        assertThat(patched.getInt("version")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'mon': [['09:00', '09:00']]}                       | /intervals/mon/0 | equal ends open nothing",
                "{'mon': [['09:00', '12:00'], ['11:00', '13:00']]}   | /intervals/mon   | intervals overlap",
                "{'mon': [['24:00', '06:00']]}                       | /intervals/mon/0 | a day cannot begin at its end",
                "{}                                                  | /intervals       | it never opens"
            })
    void a_schedule_that_makes_no_sense_is_refused(String intervals, String pointer, String because) {
        Answer answer = admin().post("schedules", schedule(intervals, "[]"));

        assertThat(answer.status()).as(because).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void known_answers_are_given() throws IOException {
        Path fixtures = Suite.current().checkout().root().resolve("../shared/fixtures/business-time.json");
        assumeTrue(Files.exists(fixtures), "There are no known answers here.");
        JsonObject known = json(Files.readString(fixtures).replace('\'', ' '));

        known.getJsonObject("calendars").forEach((name, calendar) -> {
            List<JsonObject> cases = known.getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .filter(one -> one.getString("calendar").equals(name))
                    .toList();
            JsonObject answers = calculated(created(schedule(calendar.asJsonObject())), questions(cases));
            assertThat(answers.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                            .map(answer -> answer.values().iterator().next()))
                    .as(name)
                    .containsExactlyElementsOf(
                            cases.stream().map(one -> one.get("expected")).toList());
        });
    }

    private static String questions(List<JsonObject> cases) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (JsonObject one : cases) {
            String other = one.getString("kind").equals("due") ? "business_seconds" : "end";
            items.add(Json.createObjectBuilder().add("start", one.get("start")).add(other, one.get(other)));
        }
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    private static JsonObject schedule(JsonObject calendar) {
        JsonArrayBuilder holidays = Json.createArrayBuilder();
        calendar.getJsonArray("holidays")
                .getValuesAs(JsonString.class)
                .forEach(date ->
                        holidays.add(Json.createObjectBuilder(Map.of("date", date.getString(), "name", "Closed"))));
        return Json.createObjectBuilder()
                .add("name", "Known " + System.nanoTime())
                .add("time_zone", calendar.getString("tz"))
                .add("intervals", calendar.get("hours"))
                .add("holidays", holidays)
                .build();
    }

    private static JsonObject schedule(String intervals, String holidays) {
        return json("{'name': 'Office %d', 'time_zone': 'UTC', 'intervals': %s, 'holidays': %s}"
                .formatted(System.nanoTime(), intervals, holidays));
    }

    private static String created(JsonObject schedule) {
        Answer answer = admin().post("schedules", schedule);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static JsonObject calculated(String schedule, String questions) {
        Answer answer = admin().post("schedules/" + schedule + "/calculations", json(questions));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static DeskDriver admin() {
        return DeskDriver.asAdmin();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
