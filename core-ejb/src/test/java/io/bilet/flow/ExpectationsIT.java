package io.bilet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationsIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Duration HANDLING = Duration.ofMinutes(15);

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();

    @Test
    void an_answer_can_be_expected_after_all_that_its_owner_holds() {
        UserId mira = company.agent(group, 5, Presence.ONLINE);

        TicketId first = inGroup();
        assertThat(desk.ticket(first).ownership().assignee()).contains(mira);
        TicketId second = inGroup();

        assertThat(expected(first)).contains(MONDAY_NINE.plus(HANDLING));
        assertThat(expected(second)).contains(MONDAY_NINE.plus(HANDLING.multipliedBy(2)));
    }

    @Test
    void who_was_answered_expects_nothing_until_they_ask_again() {
        company.agent(group, 5, Presence.ONLINE);
        TicketId ticket = inGroup();

        desk.answered(ticket, TicketStatus.PENDING);
        assertThat(expected(ticket)).isEmpty();

        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        assertThat(expected(ticket)).hasValueSatisfying(at -> assertThat(at).isAfter(MONDAY_NINE.plus(HANDLING)));
    }

    @Test
    void nobody_can_tell_while_nobody_is_there() {
        TicketId ticket = inGroup();

        assertThat(expected(ticket)).isEmpty();
        assertThat(desk.ticket(ticket).expectation().isOwed()).isTrue();
    }

    private TicketId inGroup() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.moved(ticket, group);
        return ticket;
    }

    private Optional<Instant> expected(TicketId ticket) {
        return desk.ticket(ticket).expectation().replyAt();
    }
}
