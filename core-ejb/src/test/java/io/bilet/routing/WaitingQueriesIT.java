package io.bilet.routing;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.testing.Beans;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Due;
import io.bilet.ticket.Folder;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WaitingQueriesIT {

    private final Beans beans = node();
    private final Company company = new Company(beans);
    private final WaitingQueries waiting = beans.get(WaitingQueries.class);
    private final GroupId group = company.group();

    @Test
    void waiting_work_is_ordered_by_latest_start_then_priority_then_age() {
        TicketId noPromise = waiting(ticket -> {});
        TicketId old = waiting(ticket -> startsBy(ticket, 2));
        TicketId young = waiting(ticket -> startsBy(ticket, 2));
        TicketId urgent = waiting(ticket -> {
            startsBy(ticket, 2);
            ticket.describe(ticket.description().withPriority(TicketPriority.URGENT), MONDAY_NINE);
        });
        TicketId soonest = waiting(ticket -> startsBy(ticket, 1));

        assertThat(inOrder(0, 10)).containsExactly(soonest, urgent, old, young, noPromise);
        assertThat(inOrder(2, 2)).containsExactly(old, young);
    }

    @Test
    void what_is_held_put_away_or_settled_does_not_wait() {
        UserId agent = company.agent(group, 1, Presence.OFFLINE);
        waiting(ticket -> ticket.assign(agent, MONDAY_NINE));
        waiting(ticket -> ticket.putInto(Folder.SPAM, MONDAY_NINE));
        waiting(ticket -> ticket.moveTo(TicketStatus.PENDING, MONDAY_NINE));

        assertThat(inOrder(0, 10)).isEmpty();
        assertThat(inNewTransaction(() -> waiting.groups())).doesNotContainKey(Optional.of(group));
    }

    @Test
    void what_a_waiting_ticket_asks_for_is_known_without_reading_it() {
        SkillId skill = company.skill("Turkish");
        waiting(ticket -> {
            ticket.demand().skill(skill, SkillDemand.of(3));
            ticket.describe(ticket.description().withLanguage("tr"), MONDAY_NINE);
        });

        Need need = inNewTransaction(() -> waiting.in(Set.of(Optional.of(group)), 0, 1))
                .get(0)
                .need();

        assertThat(need.skills()).isEqualTo(Map.of(skill, 3));
        assertThat(need.language()).isEqualTo("tr");
        assertThat(need.work()).isEqualTo(new Need.Work(Channel.EMAIL, 1, false));
        assertThat(need.past()).isEqualTo(Need.Past.NONE);
    }

    @Test
    void two_nodes_never_look_at_one_ticket_together() {
        TicketId ticket = waiting(it -> {});

        List<Boolean> claims = inNewTransaction(() -> {
            boolean here = waiting.claim(ticket);
            boolean there = inNewTransaction(() -> waiting.claim(ticket));
            return List.of(here, there);
        });

        assertThat(claims).containsExactly(true, false);
        assertThat(inNewTransaction(() -> waiting.claim(ticket))).isTrue();
    }

    @Test
    void room_is_where_somebody_is_online_and_not_full_and_knows_enough() {
        SkillId skill = company.skill("Turkish");
        waiting(ticket -> ticket.demand().skill(skill, SkillDemand.of(3)));
        Room room = beans.get(Room.class);
        company.agent(group, 0, Presence.ONLINE);
        assertThat(inNewTransaction(() -> room.isIn(Optional.of(group)))).isFalse();

        company.agent(group, 1, Presence.ONLINE);
        Beans otherNode = node();
        Room seenThere = otherNode.get(Room.class);

        assertThat(inNewTransaction(() -> seenThere.isIn(Optional.of(group)))).isTrue();
        assertThat(inNewTransaction(() -> seenThere.isFor(
                        waiting.in(Set.of(Optional.of(group)), 0, 1).get(0), MONDAY_NINE)))
                .isFalse();
    }

    @Test
    void the_vip_lane_goes_first_and_before_it_only_what_has_waited_for_too_long() {
        TicketId ordinary = waiting(ticket -> startsBy(ticket, 1));
        TicketId vip = waiting(ticket -> {
            startsBy(ticket, 9);
            ticket.demand().goFirst();
        });
        TicketId starving = waiting(ticket -> since(ticket, Duration.ofHours(25)));
        TicketId longer = waiting(ticket -> since(ticket, Duration.ofHours(26)));
        TicketId nearly = waiting(ticket -> since(ticket, Duration.ofHours(23)));

        assertThat(inOrder(0, 10)).containsExactly(longer, starving, vip, ordinary, nearly);
    }

    @Test
    void skills_are_dropped_and_the_previous_owner_is_forgotten_after_their_time() {
        SkillId skill = company.skill("Turkish");
        UserId before = company.agent(group, 1, Presence.OFFLINE);
        waiting(ticket -> {
            ticket.demand().skill(skill, new SkillDemand(3, Duration.ofMinutes(10)));
            since(ticket, Duration.ofMinutes(10));
            ticket.ownership().prefer(before, MONDAY_NINE.minus(Duration.ofDays(31)));
        });

        Need need = inNewTransaction(() -> waiting.in(Set.of(Optional.of(group)), 0, 1))
                .get(0)
                .need();

        assertThat(need.skills()).isEmpty();
        assertThat(need.dropped()).isEqualTo(Map.of(skill, 3));
        assertThat(need.past()).isEqualTo(Need.Past.NONE);
    }

    @Test
    void a_group_can_be_waited_for_as_long_as_the_head_of_its_line_has_waited() {
        waiting(ticket -> since(ticket, Duration.ofMinutes(4)));
        waiting(ticket -> since(ticket, Duration.ofMinutes(7)));
        waiting(ticket -> {
            since(ticket, Duration.ofMinutes(90));
            ticket.unassign(UnassignedReason.NO_SKILL_MATCH, MONDAY_NINE);
        });

        WaitingWork work = inNewTransaction(() -> waiting.in(group));

        assertThat(work.count()).isEqualTo(3);
        assertThat(work.expectedWait(true, MONDAY_NINE)).contains(Duration.ofMinutes(7));
        assertThat(WaitingWork.NOTHING.expectedWait(true, MONDAY_NINE)).contains(Duration.ZERO);
        assertThat(WaitingWork.NOTHING.expectedWait(false, MONDAY_NINE)).isEmpty();
    }

    private static void since(Ticket ticket, Duration ago) {
        ticket.ownership().awaitOwner(true, MONDAY_NINE.minus(ago));
    }

    private static Beans node() {
        return new Beans().with(Clock.fixed(MONDAY_NINE, ZoneOffset.UTC));
    }

    private TicketId waiting(Consumer<Ticket> become) {
        Ticket ticket = company.ticket(group);
        become.accept(ticket);
        return inNewTransaction(() -> beans.get(TicketRepository.class).add(ticket))
                .id();
    }

    private List<TicketId> inOrder(int skip, int limit) {
        return inNewTransaction(() -> waiting.in(Set.of(Optional.of(group)), skip, limit)).stream()
                .map(WaitingRow::ticketId)
                .toList();
    }

    private static void startsBy(Ticket ticket, int hours) {
        var start = MONDAY_NINE.plus(Duration.ofHours(hours));
        ticket.due(Due.by(start.plus(Duration.ofHours(1)), "first_reply_time", start));
    }
}
