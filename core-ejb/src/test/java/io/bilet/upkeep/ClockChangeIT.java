package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.AuditEntry;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Company;
import io.bilet.schedule.Interval;
import io.bilet.schedule.PublicHolidays;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.Week;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.testing.Beans;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timers when clocks change: to summer time and back, and when somebody sets the machine's. */
class ClockChangeIT {

    /** By so much the clock of a machine is set, there and back. */
    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(-1), Duration.ofHours(2), Duration.ofDays(-400), Duration.ofDays(1));

    private final String name = "Clock change " + UUID.randomUUID();

    /** Fridays to Mondays; four hours of a day from nine to five in Berlin. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T15:00:00Z, 2026-03-30T10:00:00Z, one hour on Friday in winter and three on Monday in summer",
        "2026-10-23T14:00:00Z, 2026-10-26T11:00:00Z, one hour on Friday in summer and three on Monday in winter",
        "2026-10-24T22:30:00Z, 2026-10-26T12:00:00Z, from the night in which an hour comes twice",
    })
    void a_promise_breaks_once_at_its_time(Instant opened, Instant due, String because) {
        SlaDesk desk = new SlaDesk(opened);
        promiseFourHours(desk);
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        assertThat(desk.clocks(ticket).get(0).dueAt()).as(because).contains(due);

        Node.at(due, SlaTimer.class).run();
        assertThat(types(desk, ticket)).as("not before").doesNotContain("ticket.sla_breached");
        Node.at(due.plusNanos(1_000), SlaTimer.class).run();
        STEPS.forEach(step -> {
            Node.at(due.plus(step), SlaTimer.class).run();
            Node.at(due.plusSeconds(1), SlaTimer.class).run();
        });

        assertThat(types(desk, ticket))
                .filteredOn("ticket.sla_breached"::equals)
                .hasSize(1);
        assertThat(desk.clocks(ticket).get(0).reading().breachedAt()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T20:00:00Z, 2026-03-29T01:00:00Z, the instant in which summer time begins",
        "2026-10-24T20:00:00Z, 2026-10-25T00:30:00Z, the first half past two",
        "2026-10-24T20:00:00Z, 2026-10-25T01:30:00Z, the second half past two",
    })
    void a_snoozed_ticket_returns_once(Instant opened, Instant returns, String because) {
        Company company = new Company(new Beans());
        GroupId group = company.group();
        UserId mira = company.agent(group, 5, Presence.ONLINE);
        SlaDesk desk = new SlaDesk(opened);
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        desk.given(ticket, group, mira);
        desk.snoozed(ticket, new Snooze(returns, returns.plus(Duration.ofHours(3)), "They are asleep."));

        Node.at(returns.minusNanos(1_000), SnoozeTimer.class).run();
        assertThat(desk.ticket(ticket).snoozing().returnCount()).as(because).isZero();
        Node.at(returns, SnoozeTimer.class).run();
        STEPS.forEach(step -> {
            Node.at(returns.plus(step), SnoozeTimer.class).run();
            Node.at(returns.plusSeconds(1), SnoozeTimer.class).run();
        });

        assertThat(desk.ticket(ticket).snoozing().returnCount()).as(because).isEqualTo(1);
    }

    private void promiseFourHours(SlaDesk desk) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(Interval.parse("09:00", "17:00", "")));
        }
        ScheduleId schedule = desk.bean(ScheduleAdmin.class)
                .create(new ScheduleProfile(
                        name, ZoneId.of("Europe/Berlin"), new Week(week), List.of(), List.of(), PublicHolidays.NONE))
                .id();
        var terms = StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"}, "schedule_id": "%s",
                 "targets": [{"metric": "first_reply_time", "priority": "normal", "target": "PT4H"}]}
                """.formatted(name, schedule));
        desk.bean(SlaPolicyAdmin.class).create(new SlaPolicyAdmin.Draft(name, 1, true, terms));
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos()); // the stamp is looked at twice a second
    }

    private static List<String> types(SlaDesk desk, TicketId ticket) {
        return desk.record(ticket).stream().map(AuditEntry::type).toList();
    }
}
