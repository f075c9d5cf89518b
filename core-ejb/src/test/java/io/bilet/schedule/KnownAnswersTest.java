package io.bilet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Answers that two other programs agree on. They lie in a folder of shared fixtures beside the checkout, or where
 * {@code BILET_FIXTURES} says; elsewhere this test says that it was skipped.
 */
class KnownAnswersTest {

    private static final Path FIXTURES =
            Path.of(System.getenv().getOrDefault("BILET_FIXTURES", "../../shared/fixtures"));

    @Test
    void known_questions_have_the_known_answers() throws IOException {
        Path file = FIXTURES.resolve("business-time.json");
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        JsonObject fixture = read(file);

        Map<String, WorkingHours> calendars = fixture.getJsonObject("calendars").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        calendar -> calendar(calendar.getValue().asJsonObject())));

        List<JsonObject> questions = fixture.getJsonArray("cases").getValuesAs(JsonObject.class);
        assertThat(questions).hasSizeGreaterThan(100).allSatisfy(question -> {
            WorkingHours hours = calendars.get(question.getString("calendar"));
            Instant start = Instant.parse(question.getString("start"));
            if (question.getString("kind").equals("due")) {
                Duration target = Duration.ofSeconds(question.getInt("business_seconds"));
                assertThat(hours.add(start, target)).isEqualTo(Instant.parse(question.getString("expected")));
            } else {
                Instant end = Instant.parse(question.getString("end"));
                assertThat(hours.between(start, end)).isEqualTo(Duration.ofSeconds(question.getInt("expected")));
            }
        });
    }

    private static JsonObject read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Json.createReader(reader).readObject();
        }
    }

    private static WorkingHours calendar(JsonObject calendar) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        JsonObject hours = calendar.getJsonObject("hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (hours.containsKey(Week.key(day))) {
                week.put(
                        day,
                        hours.getJsonArray(Week.key(day)).getValuesAs(JsonArray.class).stream()
                                .map(times -> Interval.parse(times.getString(0), times.getString(1), "/intervals"))
                                .toList());
            }
        }
        return new WorkingHours(
                ZoneId.of(calendar.getString("tz")),
                new Week(week),
                calendar.getJsonArray("holidays").getValuesAs(JsonString.class).stream()
                        .map(date -> LocalDate.parse(date.getString()))
                        .collect(Collectors.toSet()));
    }
}
