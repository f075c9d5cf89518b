package io.bilet.routing;

import static io.bilet.routing.Tickets.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.UserId;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeldWorkTest {

    private final UserId mira = UserId.next();
    private final UserId tom = UserId.next();

    @Test
    void a_new_ticket_took_up_nobodys_room_before() {
        Ticket ticket = Tickets.about("Printer on fire");
        ticket.assign(mira, MONDAY_NINE);

        assertThat(HeldWork.before(ticket).holder()).isEmpty();
        assertThat(HeldWork.of(ticket).holder()).contains(mira);
    }

    @ParameterizedTest
    @EnumSource
    void a_ticket_takes_up_room_while_it_is_new_or_open(TicketStatus status) {
        Ticket ticket = heldByMira();
        if (status == TicketStatus.CLOSED) {
            ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        }
        if (status != TicketStatus.NEW) {
            ticket.moveTo(status, MONDAY_NINE);
        }

        assertThat(HeldWork.of(ticket).holder().isPresent()).isEqualTo(status.occupiesAgent());
        assertThat(HeldWork.before(ticket).holder()).contains(mira);
    }

    @Test
    void what_was_before_is_read_from_the_events_however_many_there_were() {
        Ticket ticket = heldByMira();
        ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        ticket.putInto(Folder.ARCHIVE, MONDAY_NINE);
        ticket.unassign(UnassignedReason.ARCHIVED, MONDAY_NINE);
        ticket.putInto(Folder.INBOX, MONDAY_NINE);
        ticket.moveTo(TicketStatus.OPEN, MONDAY_NINE);
        ticket.assign(tom, MONDAY_NINE);

        assertThat(HeldWork.before(ticket).holder()).contains(mira);
        assertThat(HeldWork.of(ticket).holder()).contains(tom);
    }

    @Test
    void an_archived_ticket_took_up_no_room_before_it_came_back() {
        Ticket ticket = heldByMira();
        ticket.moveTo(TicketStatus.SOLVED, MONDAY_NINE);
        ticket.putInto(Folder.ARCHIVE, MONDAY_NINE);
        ticket.happenings().take();

        ticket.putInto(Folder.INBOX, MONDAY_NINE);
        ticket.moveTo(TicketStatus.OPEN, MONDAY_NINE);

        assertThat(HeldWork.before(ticket).holder()).isEmpty();
        assertThat(HeldWork.of(ticket).holder()).contains(mira);
    }

    private Ticket heldByMira() {
        Ticket ticket = Tickets.about("Printer on fire");
        ticket.assign(mira, MONDAY_NINE);
        ticket.happenings().take();
        return ticket;
    }
}
