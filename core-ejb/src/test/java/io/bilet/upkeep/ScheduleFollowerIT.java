package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.schedule.Interval;
import io.bilet.schedule.PublicHolidays;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.Schedules;
import io.bilet.schedule.Week;
import io.bilet.sla.ClockCause;
import io.bilet.sla.ClockEventRow;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleFollowerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE.minus(Duration.ofDays(30)));
    private final String name = "Follower " + UUID.randomUUID();
    private final ScheduleId schedule =
            desk.bean(ScheduleAdmin.class).create(profile("09:00", "17:00")).id();

    @BeforeEach
    void promiseFourHours() {
        var terms = StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"}, "schedule_id": "%s",
                 "targets": [{"metric": "first_reply_time", "priority": "normal", "target": "PT4H"}],
                 "warnings": [{"before": "PT1H"}]}
                """.formatted(name, schedule));
        desk.bean(SlaPolicyAdmin.class).create(new SlaPolicyAdmin.Draft(name, 1, true, terms));
        desk.turnTo(MONDAY_NINE);
        requireSeen(0);
    }

    @Test
    void shorter_hours_move_a_running_clock_and_keep_what_it_has_counted() {
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        assertThat(dueAt(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(4)));
        desk.turnBy(Duration.ofMinutes(90));

        change("09:00", "11:00");

        Instant tuesdayEleven = MONDAY_NINE.plus(Duration.ofHours(26));
        assertThat(dueAt(ticket)).isEqualTo(tuesdayEleven);
        assertThat(desk.ticket(ticket).due().at()).contains(tuesdayEleven);
        assertThat(last(ticket).event().cause()).isEqualTo(ClockCause.SCHEDULE_CHANGED);
        assertThat(last(ticket).event().elapsed().business()).isEqualTo(Duration.ofMinutes(90));
        assertThat(desk.clocks(ticket).get(0).nextAlarmAt())
                .as("the warning moves too")
                .contains(tuesdayEleven.minus(Duration.ofHours(1)));
    }

    @Test
    void what_is_due_earlier_by_the_new_hours_breaks_when_it_is() {
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        change("09:00", "10:00");
        assertThat(dueAt(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(73)));

        change("09:00", "17:00");
        desk.turnBy(Duration.ofHours(5));
        Node.of(desk, desk.bean(SlaTimer.class)).run();

        assertThat(desk.clocks(ticket).get(0).reading().breachedAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(4)));
    }

    @Test
    void a_plan_by_hours_that_no_longer_hold_breaks_nothing() {
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        desk.turnBy(Duration.ofHours(1));
        desk.bean(ScheduleAdmin.class).update(schedule, Optional.empty(), before -> profile("09:00", "10:00"));
        requireSeen(1);
        desk.turnTo(MONDAY_NINE.plus(Duration.ofHours(5)));

        Node.of(desk, desk.bean(SlaTimer.class)).run();

        assertThat(desk.clocks(ticket).get(0).reading().breachedAt()).isNull();
        assertThat(dueAt(ticket)).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(73)));
    }

    @Test
    void a_schedule_that_a_policy_names_stays() {
        assertThatThrownBy(() -> desk.bean(ScheduleAdmin.class).remove(schedule, Optional.empty()))
                .isInstanceOf(Conflict.class);
    }

    private void change(String opens, String closes) {
        ScheduleAdmin admin = desk.bean(ScheduleAdmin.class);
        int version = admin.update(schedule, Optional.empty(), before -> profile(opens, closes))
                .version();
        requireSeen(version);
        var follower = desk.bean(ScheduleFollower.class);
        var queue = desk.bean(WorkQueue.class);
        for (WorkItem item : queue.claim(follower, 100)) {
            if (item.payload().equals(schedule.toString())) {
                TestDatabase.inTransaction(() -> follower.work(item));
            }
            queue.done(item);
        }
    }

    /** The stamp is looked at twice a second. */
    private void requireSeen(int version) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Schedules schedules = desk.bean(Schedules.class);
        while (TestDatabase.inNewTransaction(() -> schedules.find(schedule))
                .filter(kept -> kept.version() == version)
                .isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Instant dueAt(TicketId ticket) {
        return desk.clocks(ticket).get(0).dueAt().orElseThrow();
    }

    private ClockEventRow last(TicketId ticket) {
        List<ClockEventRow> ledger = desk.ledger(ticket);
        return ledger.get(ledger.size() - 1);
    }

    private ScheduleProfile profile(String opens, String closes) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Interval.parse(opens, closes, "")));
        }
        return new ScheduleProfile(name, ZoneOffset.UTC, new Week(week), List.of(), List.of(), PublicHolidays.NONE);
    }
}
