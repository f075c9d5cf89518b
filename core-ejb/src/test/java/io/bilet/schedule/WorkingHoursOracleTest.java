package io.bilet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random questions, answered both ways. A failure names its seed; fix it there. */
class WorkingHoursOracleTest {

    private static final int CASES = Integer.getInteger("bilet.schedule.oracle-cases", 12);
    private static final long SEED = Long.getLong("bilet.schedule.oracle-seed", 20261122L);

    @ParameterizedTest(name = "{0} around {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Berlin|2026-10-25|mon-fri 09:00-17:00",
                "Europe/Berlin|2026-10-25|mon-sun 00:00-02:30 02:45-24:00",
                "Europe/Berlin|2027-03-28|mon-sun 22:00-02:30; wed 09:00-12:00 13:15-18:00",
                "Europe/Berlin|2027-03-28|mon-sun 00:00-24:00",
                "America/New_York|2026-11-01|sun 00:00-06:00; mon-fri 08:30-17:15",
                "America/New_York|2026-03-08|sat-sun 23:00-02:15 03:00-03:30",
                "Australia/Lord_Howe|2026-10-04|mon-sun 00:00-24:00",
                "Australia/Lord_Howe|2026-04-05|sat-sun 01:15-01:45 02:00-05:00; mon-wed 20:00-04:00",
                "Asia/Kathmandu|2026-11-22|sun-sun 10:00-17:00; mon-thu 10:00-17:00",
                "Pacific/Apia|2011-12-30|mon-sun 08:00-12:00 20:00-02:00",
                "Africa/Casablanca|2026-02-15|mon-sun 02:00-03:00 22:30-01:30",
                "Africa/Casablanca|2026-03-22|mon-fri 08:30-16:30",
                "Africa/Cairo|2026-04-24|mon-sun 23:30-00:30 04:00-08:00",
                "UTC|2026-12-31|mon-sun 22:00-00:00",
            })
    void the_slow_way_gives_the_same_answers(ZoneId zone, LocalDate around, String week) {
        Random random = new Random(SEED + around.toEpochDay() + week.hashCode());
        for (int i = 0; i < CASES; i++) {
            Set<LocalDate> holidays = new HashSet<>();
            for (int days = random.nextInt(3); days > 0; days--) {
                holidays.add(around.plusDays(random.nextInt(-4, 5)));
            }
            check(
                    new WorkingHours(zone, Hours.week(week), holidays),
                    new MinuteByMinute(zone, Hours.texts(week), holidays),
                    around.atStartOfDay(zone).toInstant().plusMillis(random.nextInt(-400_000_000, 400_000_000)),
                    Duration.ofMillis(random.nextInt(200_000_000)));
        }
    }

    @Test
    void the_slow_way_gives_the_same_answers_for_random_weeks_anywhere() {
        List<String> zones =
                List.of("Europe/Istanbul", "America/St_Johns", "Asia/Tehran", "Pacific/Chatham", "America/Sao_Paulo");
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Map<DayOfWeek, List<String>> week = randomWeek(random);
            check(
                    new WorkingHours(zone, parsed(week), Set.of()),
                    new MinuteByMinute(zone, week, Set.of()),
                    Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 1_950_000_000L)),
                    Duration.ofSeconds(random.nextInt(300_000)));
        }
    }

    @Test
    void the_slow_way_gives_the_same_answers_for_hours_that_change_on_the_way() {
        List<String> zones = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca");
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Instant start = Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 1_950_000_000L));
            List<Era> eras = new ArrayList<>();
            MinuteByMinute slow = null;
            for (int era = 2; era >= 0; era--) {
                Instant from =
                        start.plusSeconds(era * 60L * random.nextInt(3_000)).truncatedTo(ChronoUnit.MINUTES);
                from = eras.isEmpty() || from.isBefore(eras.get(0).from())
                        ? from
                        : eras.get(0).from();
                slow = randomHours(zones.get(random.nextInt(zones.size())), start, random, slow, eras);
                eras.add(0, new Era(from, timetable(slow)));
            }
            check(new WorkingHours(eras), slow, start, Duration.ofSeconds(random.nextInt(300_000)));
        }
    }

    /** With exceptions around {@code start}, now and then over midnight, until the first of {@code eras} begins. */
    private static MinuteByMinute randomHours(
            String zone, Instant start, Random random, @Nullable MinuteByMinute after, List<Era> eras) {
        Map<LocalDate, List<String>> exceptions = new HashMap<>();
        LocalDate around = LocalDate.ofInstant(start, ZoneOffset.UTC);
        for (int days = random.nextInt(4); days > 0; days--) {
            LocalDate date = around.plusDays(random.nextInt(-1, 5));
            exceptions.put(
                    date,
                    random.nextInt(3) == 0
                            ? List.of()
                            : List.of(shift(random.nextInt(600, 1_300), random.nextInt(599))));
        }
        Set<LocalDate> holidays = Set.of(around.plusDays(random.nextInt(4)));
        var later = after == null ? null : new MinuteByMinute.Later(eras.get(0).from(), after);
        return new MinuteByMinute(ZoneId.of(zone), randomWeek(random), holidays, exceptions, later);
    }

    private static Timetable timetable(MinuteByMinute slow) {
        Map<LocalDate, List<Interval>> exceptions = new HashMap<>();
        slow.exceptions().forEach((date, those) -> exceptions.put(date, intervals(those)));
        return new Timetable(slow.zone(), parsed(slow.week()), slow.holidays(), exceptions);
    }

    private static void check(WorkingHours fast, MinuteByMinute slow, Instant start, Duration target) {
        String question = "%s after %s by %s".formatted(target, start, slow);

        Instant due = slow.add(start, target);

        assertThat(fast.add(start, target)).as(question).isEqualTo(due);
        assertThat(fast.isOpen(start)).as(question).isEqualTo(slow.isOpen(start));
        assertThat(fast.between(start, start.plus(target)))
                .as(question)
                .isEqualTo(slow.between(start, start.plus(target)));
    }

    /** One or two shifts a day that do not touch; now and then one over midnight. */
    private static Map<DayOfWeek, List<String>> randomWeek(Random random) {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String morning = shift(random.nextInt(240, 480), random.nextInt(481, 720));
            String evening = shift(
                    random.nextInt(721, 1_300),
                    random.nextInt(4) == 0 ? random.nextInt(240) : random.nextInt(1_301, 1_441));
            week.put(day, random.nextBoolean() ? List.of(morning, evening) : List.of(morning));
        }
        return week;
    }

    private static String shift(int opens, int closes) {
        return "%02d:%02d-%02d:%02d".formatted(opens / 60, opens % 60, closes / 60, closes % 60);
    }

    private static Week parsed(Map<DayOfWeek, List<String>> texts) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        texts.forEach((day, those) -> week.put(day, intervals(those)));
        return new Week(week);
    }

    private static List<Interval> intervals(List<String> texts) {
        return texts.stream()
                .map(i -> Interval.parse(i.substring(0, 5), i.substring(6), "/intervals"))
                .toList();
    }
}
