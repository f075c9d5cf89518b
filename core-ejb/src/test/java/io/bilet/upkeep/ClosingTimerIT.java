package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.AuditEntry;
import io.bilet.sla.ClockState;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosingTimerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant FRIDAY_NINE = MONDAY_NINE.plus(Duration.ofDays(4));

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);

    @Test
    void a_solved_ticket_becomes_final_after_four_days_and_not_before() {
        TicketId ticket = solved();

        Node.at(FRIDAY_NINE.minusNanos(1_000), ClosingTimer.class).run();
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);

        Node.at(FRIDAY_NINE, ClosingTimer.class).run();
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.ticket(ticket).due().noDueReason()).contains("closed");
        assertThat(desk.clocks(ticket)).extracting(clock -> clock.state()).containsOnly(ClockState.FULFILLED);
    }

    @Test
    void a_reply_before_that_keeps_it_alive() {
        TicketId ticket = solved();
        desk.asked(ticket);

        Node.at(FRIDAY_NINE, ClosingTimer.class).run();

        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void two_nodes_close_a_ticket_once() {
        List<TicketId> tickets = IntStream.range(0, 50).mapToObj(i -> solved()).toList();

        var one = CompletableFuture.runAsync(
                () -> Node.at(FRIDAY_NINE, ClosingTimer.class).run());
        var other = CompletableFuture.runAsync(
                () -> Node.at(FRIDAY_NINE, ClosingTimer.class).run());
        CompletableFuture.allOf(one, other).join();

        assertThat(tickets).allSatisfy(ticket -> assertThat(desk.record(ticket).stream()
                        .filter(entry -> entry.type().equals("ticket.status_changed"))
                        .map(AuditEntry::data)
                        .filter(data -> data.getString("to").equals("closed")))
                .hasSize(1));
    }

    private TicketId solved() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.answered(ticket, TicketStatus.SOLVED);
        return ticket;
    }
}
