package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.admin.AgentAdmin;
import io.bilet.people.team.Arrangement;
import io.bilet.people.team.Presence;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.routing.Company;
import io.bilet.schedule.Interval;
import io.bilet.schedule.PublicHolidays;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.Week;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Channel;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time ends, and nobody in a chat is left alone. */
class WorkingTimeTimerIT {

    private static final Instant SATURDAY_NOON = Instant.parse("2026-03-28T12:00:00Z");

    private final SlaDesk desk = new SlaDesk(SATURDAY_NOON);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();
    private final UserId mira = company.agent(group, 5, Presence.ONLINE);
    private final UserId noor = company.agent(group, 5, Presence.ONLINE);

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T16:00:00Z, 17 in Berlin is 16 UTC in winter",
        "2026-03-29T15:00:00Z, and 15 UTC on the day summer time begins",
        "2026-10-24T15:00:00Z, still on the day before it ends",
        "2026-10-25T16:00:00Z, and 16 UTC again on that day",
    })
    void a_chat_goes_on_when_the_day_of_its_owner_ends_and_a_mail_stays(Instant end, String because) {
        worksUntilFive(mira);
        desk.turnTo(end.minus(Duration.ofHours(1)));
        TicketId chat = of(mira, Channel.CHAT);
        TicketId mail = of(mira, Channel.EMAIL);

        pass(end.minusNanos(1_000));
        assertThat(owner(chat)).as(because).contains(mira);
        pass(end);

        assertThat(owner(chat)).as(because).contains(noor);
        assertThat(owner(mail)).contains(mira);
        assertThat(company.load(mira)).isEqualTo(1);
    }

    @Test
    void a_clock_that_is_set_back_and_on_again_moves_nothing_twice() {
        Instant end = Instant.parse("2026-03-28T16:00:00Z");
        worksUntilFive(mira);
        TicketId chat = of(mira, Channel.CHAT);
        pass(end.plusSeconds(20));
        int entries = desk.record(chat).size();

        pass(end.minus(Duration.ofHours(2)));
        pass(end.plusSeconds(30));
        pass(end.plus(Duration.ofDays(400)));

        assertThat(owner(chat)).contains(noor);
        assertThat(desk.record(chat)).hasSize(entries);
        assertThat(company.load(noor)).isEqualTo(1);
    }

    @Test
    void what_ended_while_no_node_ran_is_seen_at_the_next_start() {
        worksUntilFive(mira);
        TicketId chat = of(mira, Channel.CHAT);

        pass(Instant.parse("2026-03-28T21:00:00Z"));

        assertThat(owner(chat)).contains(noor);
    }

    private void worksUntilFive(UserId agent) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Interval.parse("08:00", "17:00", "")));
        }
        var profile = new ScheduleProfile(
                "Day " + UUID.randomUUID(),
                ZoneId.of("Europe/Berlin"),
                new Week(week),
                List.of(),
                List.of(),
                PublicHolidays.NONE);
        ScheduleId schedule = desk.bean(ScheduleAdmin.class).create(profile).id();
        desk.bean(AgentAdmin.class).arrange(agent, Optional.empty(), before -> new Arrangement(schedule.value(), null));
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos()); // the stamp is looked at twice a second
    }

    private TicketId of(UserId agent, Channel channel) {
        TicketId ticket = desk.opened("Printer on fire", TicketPriority.NORMAL, channel);
        desk.given(ticket, group, agent);
        return ticket;
    }

    /** It is then, and the node looks and does what it finds. */
    private void pass(Instant now) {
        desk.turnTo(now);
        TestDatabase.inTransaction(() -> {
            Company.lookAgain(desk.node());
            desk.bean(WorkingTimeTimer.class).run();
        });
        WorkQueue queue = desk.bean(WorkQueue.class);
        DepartureWorker worker = desk.bean(DepartureWorker.class);
        for (WorkItem item : queue.claim(worker, 1_000)) {
            TestDatabase.inTransaction(() -> worker.work(item));
            queue.done(item);
        }
    }

    private Optional<UserId> owner(TicketId ticket) {
        return desk.ticket(ticket).ownership().assignee();
    }
}
