package io.bilet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets a ticket that the requester brings back. */
class ReturnIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();
    private final UserId mira = company.agent(group, 1, Presence.ONLINE);
    private final UserId noor = company.agent(group, 5, Presence.ONLINE);

    @Test
    void an_archived_ticket_comes_back_to_whoever_had_it_if_they_are_free() {
        TicketId ticket = archived();

        desk.asked(ticket);

        assertThat(desk.ticket(ticket).folder()).isEqualTo(Folder.INBOX);
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(company.load(mira)).isEqualTo(1);
    }

    @Test
    void it_goes_to_a_colleague_if_they_are_away_or_full() {
        TicketId away = archived();
        TicketId full = archived();
        desk.given(desk.opened(TicketPriority.NORMAL), group, mira);
        desk.asked(full);
        assertThat(owner(full)).contains(noor);

        company.turn(mira, Presence.AWAY);
        desk.asked(away);
        assertThat(owner(away)).contains(noor);
        assertThat(desk.ticket(away).ownership().previousAssignee()).contains(mira);
    }

    @Test
    void a_solved_ticket_stays_with_who_is_away_and_goes_on_from_who_is_not_at_work() {
        TicketId ofWhoIsAway = solved();
        TicketId ofWhoIsGone = solved();

        company.turn(mira, Presence.AWAY);
        desk.asked(ofWhoIsAway);
        company.turn(mira, Presence.OFFLINE);
        desk.asked(ofWhoIsGone);

        assertThat(owner(ofWhoIsAway)).contains(mira);
        assertThat(owner(ofWhoIsGone)).contains(noor);
    }

    @Test
    void who_takes_it_out_of_the_archive_keeps_it() {
        TicketId ticket = archived();
        company.turn(mira, Presence.AWAY);

        desk.bean(TicketFlow.class).unarchive(asMira(), ticket, Optional.empty());

        assertThat(owner(ticket)).contains(mira);
    }

    private TicketId archived() {
        TicketId ticket = held();
        desk.bean(TicketFlow.class).archive(asMira(), ticket, Optional.empty());
        return ticket;
    }

    private TicketId solved() {
        TicketId ticket = held();
        desk.answered(ticket, TicketStatus.SOLVED);
        return ticket;
    }

    private TicketId held() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, group, mira);
        return ticket;
    }

    private Optional<UserId> owner(TicketId ticket) {
        Ticket now = desk.ticket(ticket);
        return now.ownership().assignee();
    }

    private Caller asMira() {
        return new Caller(
                mira, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(group), Set.of(), null, "test", null);
    }
}
