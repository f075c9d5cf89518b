package io.bilet.routing;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.testing.Beans;
import io.bilet.ticket.Due;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WaitingQueriesIT {

    private final Beans beans = new Beans();
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
        assertThat(inNewTransaction(waiting::groups)).doesNotContain(Optional.of(group));
    }

    @Test
    void what_a_waiting_ticket_asks_for_is_known_without_reading_it() {
        SkillId skill = company.skill("Turkish");
        waiting(ticket -> {
            ticket.requireSkill(skill, 3);
            ticket.describe(ticket.description().withLanguage("tr"), MONDAY_NINE);
        });

        Need need = inNewTransaction(() -> waiting.in(Optional.of(group), 0, 1))
                .get(0)
                .need();

        assertThat(need).isEqualTo(new Need(Map.of(skill, 3), "tr", null, null));
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
        waiting(ticket -> ticket.requireSkill(skill, 3));
        Room room = beans.get(Room.class);
        company.agent(group, 0, Presence.ONLINE);
        assertThat(inNewTransaction(() -> room.isIn(Optional.of(group)))).isFalse();

        company.agent(group, 1, Presence.ONLINE);
        Beans otherNode = new Beans();
        Room seenThere = otherNode.get(Room.class);

        assertThat(inNewTransaction(() -> seenThere.isIn(Optional.of(group)))).isTrue();
        assertThat(inNewTransaction(() ->
                        seenThere.isFor(waiting.in(Optional.of(group), 0, 1).get(0), Optional.of(group))))
                .isFalse();
    }

    private TicketId waiting(Consumer<Ticket> become) {
        Ticket ticket = company.ticket(group);
        become.accept(ticket);
        return inNewTransaction(() -> beans.get(TicketRepository.class).add(ticket))
                .id();
    }

    private List<TicketId> inOrder(int skip, int limit) {
        return inNewTransaction(() -> waiting.in(Optional.of(group), skip, limit)).stream()
                .map(WaitingRow::ticketId)
                .toList();
    }

    private static void startsBy(Ticket ticket, int hours) {
        var start = MONDAY_NINE.plus(Duration.ofHours(hours));
        ticket.due(Due.by(start.plus(Duration.ofHours(1)), "first_reply_time", start));
    }
}
