package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.schedule.Interval;
import io.bilet.schedule.Week;
import io.bilet.schedule.WorkingHours;
import io.bilet.sla.SlaDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clocks cost; not among the tests, run by name (docs/performance.md). */
class ClockBench {

    private static final System.Logger LOG = System.getLogger(ClockBench.class.getName());

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int SCHEDULES = 100;
    private static final int QUESTIONS = 1 << 20;
    private static final long FIVE_YEARS = Duration.ofDays(5 * 365).toSeconds();
    private static final int OPEN_CLOCKS = 1_000_000;
    private static final int DUE_CLOCKS = 100;

    /** Each question is another start by another schedule, and no answer is kept. */
    @Test
    void due_times_a_second_on_one_core() {
        var random = new Random(20_261_122);
        List<WorkingHours> schedules = schedules(random);
        int[] which = random.ints(QUESTIONS, 0, SCHEDULES).toArray();
        Instant[] starts = random.longs(QUESTIONS, 0, FIVE_YEARS)
                .mapToObj(NOW::plusSeconds)
                .toArray(Instant[]::new);
        for (String target : List.of("PT80H", "PT336H")) { // two working weeks; two weeks of open time
            Duration time = Duration.parse(target);
            long sum = 0;
            for (int round = 0; round < 5; round++) {
                long before = System.nanoTime();
                for (int i = 0; i < QUESTIONS; i++) {
                    sum += schedules.get(which[i]).add(starts[i], time).getEpochSecond();
                }
                double seconds = (System.nanoTime() - before) / 1e9;
                LOG.log(
                        System.Logger.Level.INFO,
                        "due times of {0}: {1,number,#} a second, sum {2,number,#}",
                        target,
                        QUESTIONS / seconds,
                        sum);
            }
        }
    }

    private static List<WorkingHours> schedules(Random random) {
        List<String> zones =
                List.of("Europe/Istanbul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");
        List<WorkingHours> schedules = new ArrayList<>();
        for (int i = 0; i < SCHEDULES; i++) {
            Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
            for (int day = 1; day <= 5; day++) {
                int opens = 7 * 60 + random.nextInt(180);
                week.put(
                        DayOfWeek.of(day),
                        List.of(new Interval(opens, 720), new Interval(780, 900 + random.nextInt(300))));
            }
            Set<LocalDate> holidays = new HashSet<>();
            for (int holiday = 0; holiday < 80; holiday++) {
                holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(7 * 365)));
            }
            schedules.add(new WorkingHours(ZoneId.of(zones.get(i % zones.size())), new Week(week), holidays));
        }
        return schedules;
    }

    /** Finding what is due among a million open clocks, and taking it down as work. */
    @Test
    void a_sweep_over_a_million_open_clocks() {
        Rows.change("""
                INSERT INTO sla_clock (ticket_id, metric, cycle, id, state, policy_version, priority, target_seconds,
                    time_kind, target_version, target_broken, ran_calendar_micros, ran_business_micros, running_since,
                    started_at, changed_at, due_at, warnings, steps, next_alarm_at)
                SELECT UUID(), 'first_reply_time', 1, UUID(), 'running', 0, 'normal', 3600,
                    'calendar', 1, 0, 0, 0, '2026-11-20',
                    '2026-11-20', '2026-11-20', due, '', 1, due
                FROM (SELECT '2026-11-23 09:00:00' + INTERVAL IF(seq <= %d, -seq, seq) SECOND AS due
                    FROM seq_1_to_%d) AS clocks
                """.formatted(DUE_CLOCKS, OPEN_CLOCKS));
        SlaTimer timer = new SlaDesk(NOW).bean(SlaTimer.class);
        for (int round = 0; round < 15; round++) {
            Rows.change("DELETE FROM work WHERE queue = 'sla-alarms'");
            long before = System.nanoTime();
            timer.run();
            double millis = (System.nanoTime() - before) / 1e6;
            LOG.log(System.Logger.Level.INFO, "sweep: {0,number,#.#} ms", millis);
        }
        assertThat(Rows.count("SELECT COUNT(*) FROM work WHERE queue = 'sla-alarms'"))
                .isEqualTo(DUE_CLOCKS);
    }
}
